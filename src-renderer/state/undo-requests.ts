import { create } from 'zustand';
import type { UndoReport } from '../../src-shared/history/history.ts';

/** An undo that would leave rows alone, or reaches further than the user sees: the dialog asks first. */
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
