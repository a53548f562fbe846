import { z } from 'zod';
import { create } from 'zustand';
import type { Channel } from '../../src-shared/follow-ups/follow-up.ts';
import { readLayout, saveLayout } from './saved-layout.ts';

interface OpenCustomerState {
  /** The customer in the docked pane; null: the pane is closed. */
  readonly id: string | null;
  /** The customer in whose follow-up line the caret is wanted, until it is there. */
  readonly followUpWish: string | null;
  /** How that follow-up came about, where it is known already: 来访. */
  readonly wishedChannel: Channel | null;
}

const layoutKey = 'openCustomer';

export const useOpenCustomer = create<OpenCustomerState>(() => ({ id: null, followUpWish: null, wishedChannel: null }));

/** Fills the pane; the focus stays where it is. */
export function openCustomer(id: string | null): void {
  if (useOpenCustomer.getState().id === id) return;
  useOpenCustomer.setState({ id });
  saveLayout(layoutKey, id);
}

/** Fills the pane and puts the caret into the follow-up line. */
export function writeFollowUp(id: string, wishedChannel: Channel | null = null): void {
  openCustomer(id);
  useOpenCustomer.setState({ followUpWish: id, wishedChannel });
}

/** Puts the caret into the customer's follow-up line wherever it is shown, the pane left as it is. */
export function wishFollowUp(id: string): void {
  useOpenCustomer.setState({ followUpWish: id });
}

/** The caret is where it was wanted; a later customer must not take it. */
export function tookFollowUpWish(): void {
  useOpenCustomer.setState({ followUpWish: null, wishedChannel: null });
}

/** The customer of the last time. */
export function restoreOpenCustomer(): void {
  useOpenCustomer.setState({ id: readLayout(layoutKey, z.string().nullable()) });
}
