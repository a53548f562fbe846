import { create } from 'zustand';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  readonly text: string;
  readonly action: ToastAction | null;
  /** A batch the toast offers to take back. */
  readonly undoBatchId: string | null;
  /** What it is about, where many small writes follow each other: the newest stands for all. Null: it stands alone. */
  readonly about: string | null;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

export const useToastStore = create<ToastState>(() => ({ toasts: [] }));

const shownMs = 8000;
const shownAtOnce = 3;
let lastId = 0;

/**
 * Reports what was done, with 撤销 when the batch can be taken back. A toast `about` the same takes the place of the one
 * before; what that one said is still taken back by Ctrl+Z and in the history.
 */
export function notifyDone(
  text: string,
  undoBatchId: string | null = null,
  action: ToastAction | null = null,
  about: string | null = null,
): void {
  show({ tone: 'done', text, undoBatchId, action, about });
}

/** Reports what went wrong; stays until closed. */
export function notifyProblem(text: string, action: ToastAction | null = null): void {
  show({ tone: 'problem', text, undoBatchId: null, action, about: null });
}

export function closeToast(id: number): void {
  useToastStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

/** What has been taken back is no longer offered to be taken back. */
export function closeToastsOf(batchId: string): void {
  useToastStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.undoBatchId !== batchId) }));
}

export function closeAllToasts(): void {
  useToastStore.setState({ toasts: [] });
}

function show(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  useToastStore.setState(({ toasts }) => {
    const others = toasts.filter(({ about }) => about === null || about !== toast.about);
    return { toasts: [...others, { ...toast, id }].slice(-shownAtOnce) };
  });
  if (toast.tone === 'done') setTimeout(() => closeToast(id), shownMs);
}
