import { create } from 'zustand';

/** Somebody is called; what was said is noted afterwards. */
export interface DialRequest {
  readonly name: string;
  readonly contactName: string | null;
  readonly phone: string;
  /** Opens the follow-up form where the call was begun. Null: the user may not write follow-ups of this customer. */
  readonly onNote: (() => void) | null;
}

interface DialState {
  readonly request: DialRequest | null;
}

export const useDialStore = create<DialState>(() => ({ request: null }));

export function askDial(request: DialRequest): void {
  useDialStore.setState({ request });
}

export function closeDial(): void {
  useDialStore.setState({ request: null });
}
