import { create } from 'zustand';
import { nothingTicked, type Ticked } from './ticked.ts';

interface TickedState {
  readonly ticked: Ticked;
  /** Customers in the view on screen; what 'the whole view' counts. */
  readonly viewCount: number;
  /** Where a Shift-click starts from. */
  readonly anchor: number | null;
}

export const useTicked = create<TickedState>(() => ({ ticked: nothingTicked, viewCount: 0, anchor: null }));

export function setTicked(ticked: Ticked, anchor: number | null = null): void {
  useTicked.setState({ ticked, anchor });
}

export function clearTicks(): void {
  setTicked(nothingTicked);
}

export function setViewCount(viewCount: number): void {
  useTicked.setState({ viewCount });
}
