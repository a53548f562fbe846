import { useEffect } from 'react';

/**
 * A dialog or a menu that closes hands the focus back to where it was when it opened. Dialogs here are taken out whole, so
 * their own way of doing that never runs, and a menu is only hidden: the focus would fall to the page, and the next Tab
 * begin at its top.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const overlays = document.getElementById('overlays');
    if (!overlays) return;
    /** Outside the dialogs, and inside each that lies over another. */
    let former: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      former = [...former.filter((each) => each.isConnected && layerOf(each) !== layerOf(target)), target];
    };
    /** Who clicks on nothing has left the field, but not when a dialog or another window took the focus from it. */
    const forget = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !document.hasFocus()) return;
      if (target instanceof HTMLElement && target.isConnected) former = former.filter((each) => each !== target);
    };
    const giveBack = (changes: readonly MutationRecord[]) => {
      const at = document.activeElement;
      const isLost = at === null || at === document.body;
      const isClosed = changes.some(({ type, target, removedNodes }) =>
        type === 'childList'
          ? isLost && [...removedNodes].some(holdsDialog)
          : isHiddenMenu(target) && (isLost || target.contains(at)),
      );
      if (!isClosed) return;
      const open = [...overlays.children].filter(holdsDialog).at(-1) ?? null;
      former.findLast((each) => each.isConnected && layerOf(each) === open)?.focus();
    };
    /** What of the overlays an element lies in; null: the page. */
    const layerOf = (element: HTMLElement): Element | null =>
      [...overlays.children].find((layer) => layer.contains(element)) ?? null;
    const observer = new MutationObserver(giveBack);
    observer.observe(overlays, { childList: true, subtree: true, attributeFilter: ['class'] });
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', forget);
    };
  }, []);
}

function holdsDialog(node: Node): boolean {
  return node instanceof Element && (node.matches('[role=dialog]') || node.querySelector('[role=dialog]') !== null);
}

function isHiddenMenu(node: Node): boolean {
  return node instanceof Element && node.classList.contains('ant-dropdown-hidden');
}
