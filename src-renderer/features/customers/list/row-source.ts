import type { IDatasource } from 'ag-grid-community';
import type { AppError } from '../../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../../src-shared/core/result.ts';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import { client } from '../../../ipc/client.ts';
import { settled } from '../../../ipc/report.ts';

/** Rows fetched at once; one screen of a tall window and a little more. */
export const blockSize = 100;

export interface FirstPage {
  readonly rows: readonly CustomerRow[];
  readonly count: number;
  /** There are more than `count`; ask for the exact number when there is time. */
  readonly isCapped: boolean;
}

/** The top of a view, read before the grid is told of the view: then nothing blinks while one types or sorts. */
export async function readFirstPage(view: CustomerListQuery): Promise<Result<FirstPage, AppError>> {
  const [rows, count] = await Promise.all([
    settled(client.customers.list({ view, offset: 0, limit: blockSize })),
    settled(client.customers.count({ view })),
  ]);
  if (!rows.ok) return rows;
  if (!count.ok) return count;
  return ok({ rows: rows.value.rows, count: count.value.count, isCapped: count.value.isCapped });
}

/** Rows for the grid as it scrolls. The number of rows is set on the grid, not found by reading to the end. */
export function rowSource(
  view: CustomerListQuery,
  first: FirstPage,
  onProblem: (error: AppError) => void,
): IDatasource {
  // Of an empty list the grid asks nothing: its first question comes when the list has grown, and wants the new rows.
  let untouchedFirst: FirstPage | null = first.rows.length > 0 ? first : null;
  return {
    getRows: ({ startRow, endRow, successCallback, failCallback }) => {
      const known = startRow === 0 ? untouchedFirst : null;
      if (known) {
        // Only the first time: a refresh wants what the book holds then.
        untouchedFirst = null;
        successCallback([...known.rows]);
        return;
      }
      void settled(client.customers.list({ view, offset: startRow, limit: endRow - startRow })).then((answer) => {
        if (answer.ok) return successCallback([...answer.value.rows]);
        failCallback();
        onProblem(answer.error);
      });
    },
  };
}

/** The ids of a stretch of the view, for a Shift-click across rows that were never on screen. */
export async function readIds(view: CustomerListQuery, from: number, to: number): Promise<Result<string[], AppError>> {
  const limit = 500;
  const ids: string[] = [];
  for (let offset = from; offset <= to; offset += limit) {
    const page = await settled(client.customers.list({ view, offset, limit: Math.min(limit, to - offset + 1) }));
    if (!page.ok) return page;
    ids.push(...page.value.rows.map((row) => row.id));
  }
  return ok(ids);
}
