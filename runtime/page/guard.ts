import { askNow } from './socket.ts';

/**
 * Brings leaving the page and opening windows before the main process, as Electron does (`will-navigate`,
 * `setWindowOpenHandler`), where the app allows or denies them.
 */
export function guardNavigation(): void {
  navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = event.destination;
    // A reload and moves in the history lead to pages that were allowed before; Electron does not ask for them either.
    if (sameDocument || event.hashChange || event.navigationType === 'reload' || event.navigationType === 'traverse')
      return;
    if (event.cancelable && askNow('may-navigate', { url }) !== 'yes') event.preventDefault();
  });
  window.open = (url) => {
    if (url !== undefined) askNow('may-open', { url: new URL(url, location.href).href });
    return null;
  };
  for (const kind of ['click', 'auxclick'] as const) document.addEventListener(kind, denyNewWindow);
}

function denyNewWindow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || link.hasAttribute('download')) return;
  const opensWindow =
    link.target === '_blank' || event.button === 1 || event.ctrlKey || event.shiftKey || event.metaKey;
  if (!opensWindow) return;
  event.preventDefault();
  askNow('may-open', { url: link.href });
}
