import type { z } from 'zod';
import { create } from 'zustand';
import type { Layout } from '../../src-shared/workspace/workspace-contract.ts';
import { client } from '../ipc/client.ts';

type Json = z.infer<ReturnType<typeof z.json>>;

interface LayoutState {
  readonly layout: Layout;
}

/** Where the user was: page, columns, widths, open customer. Kept by the main process across restarts. */
export const useLayoutStore = create<LayoutState>(() => ({ layout: {} }));

const saveDelayMs = 400;
let timer: ReturnType<typeof setTimeout> | null = null;

export function loadLayout(layout: Layout): void {
  useLayoutStore.setState({ layout });
}

/** What was kept under the key, or null when there is nothing or an older version of the app kept another shape. */
export function readLayout<T>(key: string, schema: z.ZodType<T>): T | null {
  const parsed = schema.safeParse(useLayoutStore.getState().layout[key]);
  return parsed.success ? parsed.data : null;
}

export function saveLayout(key: string, value: Json): void {
  useLayoutStore.setState((state) => ({ layout: { ...state.layout, [key]: value } }));
  if (timer) clearTimeout(timer);
  timer = setTimeout(() => void flushLayout(), saveDelayMs);
}

/** Writes at once what is still waiting: the window is about to go. */
export async function flushLayout(): Promise<void> {
  if (!timer) return;
  clearTimeout(timer);
  timer = null;
  // A layout that could not be kept costs a column width, never data: not worth a message over someone's work.
  await client.workspace.saveLayout({ layout: useLayoutStore.getState().layout });
}
