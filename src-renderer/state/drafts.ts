import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';
import type { Workspace } from '../../src-shared/workspace/workspace-contract.ts';
import { client } from '../ipc/client.ts';

type DraftValue = Workspace['drafts'][string];

interface DraftState {
  readonly drafts: Readonly<Record<string, DraftValue>>;
  /** Keys whose present value is on disk. */
  readonly kept: ReadonlySet<string>;
}

/** What is half typed, by key. It outlives a page change here and a crash on the disk of the main process. */
export const useDraftStore = create<DraftState>(() => ({ drafts: {}, kept: new Set() }));

const saveDelayMs = 250;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

export function loadDrafts(drafts: Workspace['drafts']): void {
  useDraftStore.setState({ drafts, kept: new Set(Object.keys(drafts)) });
}

export function setDraft(key: string, value: DraftValue): void {
  useDraftStore.setState((state) => ({
    drafts: { ...state.drafts, [key]: value },
    kept: without(state.kept, key),
  }));
  const before = waiting.get(key);
  if (before) clearTimeout(before);
  waiting.set(
    key,
    setTimeout(() => void writeDraft(key), saveDelayMs),
  );
}

/** Something half typed is waiting under this key. */
export function isDraftKept(key: string): boolean {
  return key in useDraftStore.getState().drafts;
}

export function clearDraft(key: string): void {
  const isKnown = key in useDraftStore.getState().drafts;
  useDraftStore.setState((state) => {
    const { [key]: _gone, ...drafts } = state.drafts;
    return { drafts, kept: without(state.kept, key) };
  });
  if (isKnown) void writeDraft(key);
}

/** Writes at once what is still waiting: the window is about to go. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...waiting.keys()].map(writeDraft));
}

async function writeDraft(key: string): Promise<void> {
  const timer = waiting.get(key);
  if (timer) clearTimeout(timer);
  waiting.delete(key);
  const value = useDraftStore.getState().drafts[key] ?? null;
  const saved = await client.workspace.saveDraft({ key, value });
  // '草稿已保留' is only said when the disk has it; a failure leaves it unsaid and the text in the field.
  if (saved.ok && value !== null && useDraftStore.getState().drafts[key] === value) {
    useDraftStore.setState((state) => ({ kept: new Set([...state.kept, key]) }));
  }
}

function without(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...keys].filter((other) => other !== key));
}

/** A draft of known shape. Value null: nothing typed, or what was kept is of an older shape. */
export function useDraft<T extends DraftValue>(key: string, schema: z.ZodType<T>) {
  const raw = useDraftStore((state) => state.drafts[key]);
  const isKept = useDraftStore((state) => state.kept.has(key));
  const value = useMemo(() => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : null;
  }, [raw, schema]);
  const set = useCallback((next: T) => setDraft(key, next), [key]);
  /** From what is there at this moment: for what ends long after it began. */
  const change = useCallback(
    (from: (present: T | null) => T) => {
      const parsed = schema.safeParse(useDraftStore.getState().drafts[key]);
      setDraft(key, from(parsed.success ? parsed.data : null));
    },
    [key, schema],
  );
  const clear = useCallback(() => clearDraft(key), [key]);
  return { value, isKept, set, change, clear };
}
