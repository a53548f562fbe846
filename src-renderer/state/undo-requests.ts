import { create } from 'zustand';
import type { UndoReport } from '../../src-shared/history/history.ts';

/** An undo that would leave rows alone: the dialog asks what to do about each. */
export interface UndoQuestion {
  readonly batchId: string;
  readonly report: UndoReport;
}

interface UndoState {
  readonly question: UndoQuestion | null;
}

export const useUndoStore = create<UndoState>(() => ({ question: null }));

export function askAboutUndo(question: UndoQuestion | null): void {
  useUndoStore.setState({ question });
}
