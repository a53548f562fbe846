import type { Id } from '../core/id.ts';

export interface StackedBatch {
  readonly id: Id;
  readonly userId: Id | null;
  readonly undoesBatchId: Id | null;
}

export interface UndoStack {
  /** What Ctrl+Z takes back: to be undone. */
  readonly undo: Id | null;
  /** What Ctrl+Y brings again: the undo that is itself to be undone. */
  readonly redo: Id | null;
}

interface Chain {
  /** Place of the first batch of the chain among all. */
  readonly start: number;
  /** Place and id of the last. */
  end: number;
  last: Id;
  lastUserId: Id | null;
  readonly userId: Id | null;
  /** Undos on top of the first: even, and what it did is in force. */
  depth: number;
}

/**
 * The last batch of a user that is in force, and the last undo of theirs that nothing came after (domain §12).
 * `batches`: everybody's since the session began, the oldest first. An undo of an undo brings the first one back, and
 * is what a further undo takes back: so a chain of undos never asks for more than its own last step.
 */
export function undoStack(batches: readonly StackedBatch[], userId: Id): UndoStack {
  const chains = new Map<Id, Chain>();
  let lastDeed = -1;
  batches.forEach((batch, place) => {
    const { id, undoesBatchId } = batch;
    const before = undoesBatchId === null ? undefined : chains.get(undoesBatchId);
    if (before && before.last === undoesBatchId) {
      Object.assign(before, { end: place, last: id, lastUserId: batch.userId, depth: before.depth + 1 });
      chains.set(id, before);
      return;
    }
    // An undo of what was done before the session starts a chain that is out of force.
    const depth = undoesBatchId === null ? 0 : 1;
    chains.set(id, { start: place, end: place, last: id, lastUserId: batch.userId, userId: batch.userId, depth });
    if (depth === 0 && batch.userId === userId) lastDeed = place;
  });
  const all = [...new Set(chains.values())].filter((chain) => chain.userId === userId && chain.lastUserId === userId);
  const inForce = all.filter(({ depth }) => depth % 2 === 0);
  const undone = all.filter(({ depth, end }) => depth % 2 === 1 && end > lastDeed);
  return { undo: latest(inForce, 'start'), redo: latest(undone, 'end') };
}

function latest(chains: readonly Chain[], by: 'start' | 'end'): Id | null {
  const sorted = [...chains].sort((one, other) => other[by] - one[by]);
  return sorted[0]?.last ?? null;
}
