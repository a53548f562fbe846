/** Enough for a dialog over a dialog over a menu; older places are no longer what one was at. */
const remembered = 8;

/**
 * Gives the focus back to where it was when a dialog goes: each is taken out of the page as soon as it is closed, and a
 * browser then leaves the focus nowhere, so that arrows and Tab begin at the top of the window again.
 */
export function returnFocusAfterDialogs(overlays: Node): void {
  let places: HTMLElement[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    places = [target, ...places.filter((place) => place !== target && place.isConnected)].slice(0, remembered);
  });
  const giveBack = () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    places.find((place) => place.isConnected && place.checkVisibility())?.focus();
  };
  // Dialogs, drawers and the lists of their fields are its children.
  new MutationObserver((changes) => {
    // Between two fields nothing has the focus either: whether it is lost is known when the key is done with.
    if (changes.some(({ removedNodes }) => removedNodes.length > 0)) setTimeout(giveBack);
  }).observe(overlays, { childList: true });
}
