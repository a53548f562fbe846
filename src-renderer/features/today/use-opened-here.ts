import { create } from 'zustand';
import type { Channel } from '../../../src-shared/follow-ups/follow-up.ts';
import { openCustomer, useOpenCustomer, writeFollowUp } from '../../state/open-customer.ts';

interface OpenedHere {
  readonly id: string | null;
  /** Grows with each opening: a pane that is told to show another tab is drawn anew. */
  readonly times: number;
}

/** A customer left open on the page of customers does not take the room here: only what was opened from this page. */
const useOpenedHere = create<OpenedHere>(() => ({ id: null, times: 0 }));

export function openHere(id: string): void {
  useOpenedHere.setState((state) => ({ id, times: state.times + 1 }));
  openCustomer(id);
}

/** Opens the pane with the caret in its follow-up line. */
export function writeHere(id: string, channel: Channel | null = null): void {
  useOpenedHere.setState((state) => ({ id, times: state.times + 1 }));
  writeFollowUp(id, channel);
}

/** The customer in the pane of this page; null: no pane. */
export function usePaneHere(): OpenedHere {
  const here = useOpenedHere();
  const openId = useOpenCustomer((state) => state.id);
  return here.id !== null && here.id === openId ? here : { id: null, times: here.times };
}
