import { z } from 'zod';
import { create } from 'zustand';
import { readLayout, saveLayout } from './saved-layout.ts';

interface OpenCustomerState {
  /** The customer in the docked pane; null: the pane is closed. */
  readonly id: string | null;
  /** Grows when the caret is wanted in the follow-up line. */
  readonly followUpWish: number;
}

const layoutKey = 'openCustomer';

export const useOpenCustomer = create<OpenCustomerState>(() => ({ id: null, followUpWish: 0 }));

/** Fills the pane; the focus stays where it is. */
export function openCustomer(id: string | null): void {
  if (useOpenCustomer.getState().id === id) return;
  useOpenCustomer.setState({ id });
  saveLayout(layoutKey, id);
}

/** Fills the pane and puts the caret into the follow-up line. */
export function writeFollowUp(id: string): void {
  openCustomer(id);
  useOpenCustomer.setState((state) => ({ followUpWish: state.followUpWish + 1 }));
}

/** The customer of the last time. */
export function restoreOpenCustomer(): void {
  useOpenCustomer.setState({ id: readLayout(layoutKey, z.string().nullable()) });
}
