import { useEffect, useState } from 'react';
import type { PreviewRow } from '../../../src-shared/tiers/segmentation-contract.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';

export type PreviewList = Parameters<typeof client.segmentation.previewRows>[0]['which'];

export interface PreviewRows {
  readonly rows: readonly PreviewRow[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

const pageSize = 100;
const none: { readonly rows: readonly PreviewRow[]; readonly total: number } = { rows: [], total: 0 };

/** A list of the preview from its top, longer by a page each time it is asked for more. The last list stays till the next is there. */
export function usePreviewRows(previewId: string, which: PreviewList, askAgain: () => void): PreviewRows | null {
  const [wanted, setWanted] = useState({ which, pages: 1 });
  const [shown, setShown] = useState<(typeof none & { readonly which: PreviewList }) | null>(null);
  const pages = wanted.which === which ? wanted.pages : 1;
  useEffect(() => {
    let isOver = false;
    const limit = Math.min(pages * pageSize, 500);
    void readUpTo(previewId, which, pages * pageSize, limit).then((read) => {
      if (isOver) return;
      if (read === 'expired') askAgain();
      else if (read) setShown({ ...read, which });
    });
    return () => {
      isOver = true;
    };
  }, [previewId, which, pages, askAgain]);
  if (!shown || shown.which !== which) return null;
  return {
    rows: shown.rows,
    total: shown.total,
    hasMore: shown.rows.length < shown.total,
    loadMore: () => setWanted({ which, pages: pages + 1 }),
  };
}

async function readUpTo(previewId: string, which: PreviewList, upTo: number, limit: number) {
  const rows: PreviewRow[] = [];
  for (;;) {
    const page = await settled(client.segmentation.previewRows({ previewId, which, offset: rows.length, limit }));
    if (!page.ok) {
      const { error } = page;
      if (error.kind === 'conflict' && error.reason === 'answer_expired') return 'expired';
      sayError(error);
      return null;
    }
    rows.push(...page.value.rows);
    const { total } = page.value;
    if (page.value.rows.length === 0 || rows.length >= Math.min(upTo, total)) return { rows, total };
  }
}
