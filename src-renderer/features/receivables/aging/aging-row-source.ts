import type { IDatasource } from 'ag-grid-community';
import type { AppError } from '../../../../src-shared/core/app-error.ts';
import type { AgingRow } from '../../../../src-shared/receivables/receivable-views.ts';
import { client } from '../../../ipc/client.ts';
import { settled } from '../../../ipc/report.ts';
import type { AgingSort } from './aging-store.ts';

export const blockSize = 100;

export function readAgingRows(agingId: string, sort: AgingSort, offset: number, limit: number) {
  return settled(client.receivables.agingRows({ agingId, sort, offset, limit }));
}

/** Rows of an aging as one scrolls. The first page is there before the grid is told, so nothing blinks. */
export function agingRowSource(
  agingId: string,
  sort: AgingSort,
  first: readonly AgingRow[],
  onProblem: (error: AppError) => void,
): IDatasource {
  let untouched: readonly AgingRow[] | null = first;
  return {
    getRows: ({ startRow, endRow, successCallback, failCallback }) => {
      if (startRow === 0 && untouched) {
        const rows = untouched;
        untouched = null;
        successCallback([...rows]);
        return;
      }
      void readAgingRows(agingId, sort, startRow, endRow - startRow).then((answer) => {
        if (answer.ok) return successCallback([...answer.value.rows]);
        failCallback();
        onProblem(answer.error);
      });
    },
  };
}

/** Nobody did anything wrong: the book was written to since, and the next answer is being worked out or asked for. */
export function isExpired(error: AppError): boolean {
  return error.kind === 'conflict' && error.reason === 'answer_expired';
}
