import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../src-shared/core/app-error.ts';
import type { AgingRow } from '../../../../src-shared/receivables/receivable-views.ts';
import { sayError } from '../../../ipc/report.ts';
import { agingRowSource, blockSize, isExpired, readAgingRows } from './aging-row-source.ts';
import { useAgingLook } from './aging-store.ts';

/**
 * Keeps the grid on an aging. Another question or order begins at the top; the same one worked out anew stays where it is.
 * Returns how many rows there are, null before the first answer.
 */
export function useAgingRows(
  api: GridApi<AgingRow> | null,
  agingId: string | null,
  /** Equal while the same is asked: then the place is kept. */
  question: string,
  askAgain: () => void,
): number | null {
  const sort = useAgingLook((look) => look.sort);
  const [count, setCount] = useState<number | null>(null);
  const shown = useRef('');
  useEffect(() => {
    if (!api || agingId === null) return;
    let isOver = false;
    const onProblem = (error: AppError) => {
      if (isOver) return;
      if (isExpired(error)) askAgain();
      else sayError(error);
    };
    void readAgingRows(agingId, sort, 0, blockSize).then((first) => {
      if (isOver || api.isDestroyed()) return;
      if (!first.ok) return onProblem(first.error);
      const place = `${question} ${sort.key} ${sort.direction}`;
      const isSame = shown.current === place;
      shown.current = place;
      api.setGridOption('datasource', agingRowSource(agingId, sort, first.value.rows, onProblem));
      api.setRowCount(first.value.total, true);
      if (!isSame && first.value.total > 0) api.ensureIndexVisible(0, 'top');
      setCount(first.value.total);
    });
    return () => {
      isOver = true;
    };
  }, [api, agingId, sort, question, askAgain]);
  return count;
}
