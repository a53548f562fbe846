import type { Instant } from '../../../src-shared/core/instant.ts';
import type { HistoryEntry, JournalSource } from '../../../src-shared/history/history.ts';

/** One action of a user: what is undone together is shown together. */
export interface HistoryBatch {
  readonly batchId: string;
  readonly at: Instant;
  readonly userId: string | null;
  readonly source: JournalSource;
  readonly isUndone: boolean;
  readonly entries: readonly HistoryEntry[];
}

/** Entries come newest first; so do the batches. */
export function byBatch(entries: readonly HistoryEntry[]): readonly HistoryBatch[] {
  const batches = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const batch = batches.get(entry.batchId);
    if (batch) batch.push(entry);
    else batches.set(entry.batchId, [entry]);
  }
  return [...batches.values()].flatMap((batch) => {
    const [first] = batch;
    return first
      ? [
          {
            batchId: first.batchId,
            at: first.at,
            userId: first.userId,
            source: first.source,
            isUndone: first.isUndone,
            entries: batch,
          },
        ]
      : [];
  });
}
