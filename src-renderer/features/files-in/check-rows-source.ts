import type { IDatasource } from 'ag-grid-community';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import type { ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import { client } from '../../ipc/client.ts';
import { settled } from '../../ipc/report.ts';
import type { RowFilter } from './import-store.ts';

/** Rows fetched at once; one screen of a tall window and a little more. */
export const blockSize = 100;

interface RowPage {
  readonly rows: readonly ImportRow[];
  readonly total: number;
}

export function readRows(
  importId: string,
  filter: RowFilter,
  offset: number,
  limit: number,
): Promise<Result<RowPage, AppError>> {
  return settled(client.imports.rows({ importId, ...filter, offset, limit }));
}

/** Rows of the check as the grid scrolls. The first page was read before the grid is told, so that nothing blinks. */
export function checkRowsSource(
  importId: string,
  filter: RowFilter,
  first: RowPage,
  onProblem: (error: AppError) => void,
): IDatasource {
  let untouchedFirst: RowPage | null = first;
  return {
    getRows: ({ startRow, endRow, successCallback, failCallback }) => {
      const known = startRow === 0 ? untouchedFirst : null;
      if (known) {
        // Only the first time: a refresh wants the rows as they are then.
        untouchedFirst = null;
        successCallback([...known.rows], known.total);
        return;
      }
      void readRows(importId, filter, startRow, endRow - startRow).then((answer) => {
        if (answer.ok) return successCallback([...answer.value.rows], answer.value.total);
        failCallback();
        onProblem(answer.error);
      });
    },
  };
}
