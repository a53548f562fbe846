import { describe, expect, it } from 'vitest';
import { type StackedBatch, undoStack } from './undo-stack.ts';

/** `e1` is a deed, `u1>e1` an undo of it; `@b` at the end is another user's. */
function batches(text: string): StackedBatch[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [what = '', userId = 'me'] = word.split('@');
      const [id = '', undoesBatchId = null] = what.split('>');
      return { id, userId, undoesBatchId };
    });
}

describe('undoStack', () => {
  it.each([
    ['nothing was done', '', null, null],
    ['one deed', 'e1', 'e1', null],
    ['the last of two deeds', 'e1 e2', 'e2', null],
    ['after an undo: the deed before, and the way back', 'e1 e2 u2>e2', 'e1', 'u2'],
    ['after two undos', 'e1 e2 u2>e2 u1>e1', null, 'u1'],
    ['after two undos and a redo: the one brought again, and the other undo', 'e1 e2 u2>e2 u1>e1 r1>u1', 'r1', 'u2'],
    ['after everything was brought again', 'e1 e2 u2>e2 u1>e1 r1>u1 r2>u2', 'r2', null],
    ['a redo taken back', 'e1 u1>e1 r1>u1 v1>r1', null, 'v1'],
    ['a new deed ends the way back', 'e1 e2 u2>e2 e3', 'e3', null],
    ['and the undone one stays undone', 'e1 e2 u2>e2 e3 u3>e3', 'e1', 'u3'],
    ['deeds of others do not count', 'e1 x1@b', 'e1', null],
    ['nor do their undos', 'x1@b y1>x1@b', null, null],
    ['a deed that somebody else took back is theirs to bring again', 'e1 e2 y2>e2@b', 'e1', null],
    ['an undo of what was done before today can be taken back', 'e1 u0>e0', 'e1', 'u0'],
    ['and then undone once more', 'u0>e0 r0>u0', 'r0', null],
  ])('%s', (_what, text, undo, redo) => {
    expect(undoStack(batches(text), 'me')).toEqual({ undo, redo });
  });
});
