import { create } from 'zustand';

/** What lies over the page; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'inboundVisit' | 'winBack';

interface OverlayState {
  readonly open: Overlay | null;
}

export const useOverlayStore = create<OverlayState>(() => ({ open: null }));

export function openOverlay(open: Overlay): void {
  useOverlayStore.setState({ open });
}

export function closeOverlay(): void {
  useOverlayStore.setState({ open: null });
}
