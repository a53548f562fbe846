import { create } from 'zustand';

interface SeatState {
  /**
   * `asking`: whether somebody else may sit down is not known yet, and what is on the page waits untouched.
   * `changing`: somebody else sits down; nothing of the one before stands on the page any more.
   */
  readonly phase: 'seated' | 'asking' | 'changing';
  /** How many times somebody else sat down since the window opened; a page belongs to one turn. */
  readonly turn: number;
}

/** Who sits at the PC changes in steps; nothing may be typed between them, for it would belong to nobody. */
export const useSeatStore = create<SeatState>(() => ({ phase: 'seated', turn: 0 }));

export function setSeatPhase(phase: 'asking' | 'changing'): void {
  useSeatStore.setState({ phase });
}

/** Nobody else sat down: everything is as it was. */
export function keepSeat(): void {
  useSeatStore.setState({ phase: 'seated' });
}

/** What belongs to the new one is in place. */
export function takeSeat(): void {
  useSeatStore.setState(({ turn }) => ({ phase: 'seated', turn: turn + 1 }));
}
