import type { IDatasource } from 'ag-grid-community';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { client } from '../../ipc/client.ts';
import { settled } from '../../ipc/report.ts';
import type { RowFilter } from './import-store.ts';

/** Rows of the check as the grid scrolls. `isOver` says that another check or filter took its place. */
export function checkRowsSource(
  importId: string,
  filter: RowFilter,
  settle: {
    readonly isOver: () => boolean;
    readonly onTotal: (total: number) => void;
    readonly onProblem: (error: AppError) => void;
  },
): IDatasource {
  return {
    getRows: ({ startRow, endRow, successCallback, failCallback }) => {
      const input = { importId, ...filter, offset: startRow, limit: endRow - startRow };
      void settled(client.imports.rows(input)).then((answer) => {
        if (settle.isOver()) return;
        if (!answer.ok) {
          failCallback();
          settle.onProblem(answer.error);
          return;
        }
        settle.onTotal(answer.value.total);
        successCallback([...answer.value.rows], answer.value.total);
      });
    },
  };
}
