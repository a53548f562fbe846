import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import { defaultMethods } from '../../../src-shared/tiers/methods/default-methods.ts';
import type { PreviewRow, TierMethodInput, TierPreview } from '../../../src-shared/tiers/segmentation-contract.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeAllToasts, useToastStore } from '../../state/toasts.ts';
import { resetMethodStore } from './method-store.ts';
import { PreviewList } from './preview-list.tsx';
import type { RfmChoice } from './rfm/rfm-choice.ts';
import { RfmList } from './rfm/rfm-list.tsx';
import { useRfm } from './rfm/use-rfm.ts';
import { useTierPreview } from './use-tier-preview.ts';

const day = parseCalendarDate('2026-09-17');
if (!day) throw new Error('no day');
const asOf: CalendarDate = day;
const method: TierMethodInput = { kind: 'thresholds', cuts: [...defaultMethods.thresholds.cuts] };

const previewRow = (name: string, place: number): PreviewRow => ({
  customerId: String(place),
  customerName: name,
  fromTierId: null,
  toTierId: null,
  because: { code: 'pinned' },
});

/** Customers of every list. */
let total: number;
/** The answers the main process still keeps; each is named after how often it was worked out. */
let kept: ReadonlySet<string>;
const made = { preview: 0, rfm: 0 };

function preview(): TierPreview {
  made.preview += 1;
  const counts = { up: total, down: 0, same: 0, first: 0, pinned: 0, new: 0 };
  return { previewId: `preview ${made.preview}`, asOf, ...counts, tiers: [], moves: [] };
}

function rows<T>(
  answerId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  row: (place: number) => T,
) {
  if (!kept.has(answerId)) return err({ kind: 'conflict', reason: 'answer_expired' } as const);
  return ok({
    rows: Array.from({ length: Math.min(limit, total - offset) }, (_row, at) => row(offset + at)),
    total: 150,
  });
}

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  startI18n('zh-CN');
  resetMethodStore();
  queryClient.clear();
  kept = new Set();
  total = 2;
  Object.assign(made, { preview: 0, rfm: 0 });
  const users = { users: [{ id: 'o', name: '老板', role: 'owner', isGone: false }], currentId: 'o' };
  const answers: Readonly<Record<string, (input: never) => unknown>> = {
    'users.list': () => ok(users),
    'tiers.list': () => ok({ tiers: [] }),
    'segmentation.preview': () => ok({ preview: preview(), problem: null }),
    'segmentation.previewRows': (input: { previewId: string; offset: number; limit: number }) =>
      rows(input.previewId, input, (place) => previewRow(`在${input.previewId}`, place)),
    'segmentation.rfm': () => {
      made.rfm += 1;
      return ok({ rfmId: `rfm ${made.rfm}`, cuts: null, cells: [], segments: [] });
    },
    'segmentation.rfmRows': (input: { rfmId: string; offset: number; limit: number }) =>
      rows(input.rfmId, input, (place) => ({
        customerId: String(place),
        customerName: `在${input.rfmId}`,
        tierId: null,
        ownerId: null,
        r: 5,
        f: 5,
        m: 5,
        recencyDays: 3,
        orders: 7,
        salesFen: fen(100),
        segment: 'champion',
      })),
  };
  const call = ({ procedure, input }: { readonly procedure: string; readonly input: never }) =>
    Promise.resolve(answers[procedure]?.(input) ?? ok({}));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
/** A hundred rows take their time on a busy machine. */
configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  cleanup();
  closeAllToasts();
  vi.unstubAllGlobals();
});

function Preview() {
  const { t } = useTranslation();
  const reading = useTierPreview(method, asOf);
  if (!reading.answer?.preview) return null;
  return (
    <PreviewList
      preview={reading.answer.preview}
      words={{ t, method, tiers: [] }}
      tiers={[]}
      mayTick={false}
      onOpen={() => {}}
      onExpired={reading.askAgain}
    />
  );
}

const choice: RfmChoice = { kind: 'cell', r: 5, f: 5 };

function Rfm() {
  const reading = useRfm(asOf, null);
  const [isOpen, setOpen] = useState(false);
  if (!reading.answer) return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        打开
      </button>
      {isOpen && (
        <RfmList
          rfmId={reading.answer.rfmId}
          choice={choice}
          onOpen={() => {}}
          onClose={() => {}}
          onExport={() => {}}
          onExpired={reading.askAgain}
        />
      )}
    </>
  );
}

const show = (node: React.ReactNode) => render(<QueryClientProvider client={queryClient}>{node}</QueryClientProvider>);

describe('a preview that is kept no longer', () => {
  it('is worked out again without a word, and its list is shown', async () => {
    kept = new Set(['preview 2']);
    show(<Preview />);
    expect(await screen.findAllByText('在preview 2')).toHaveLength(2);
    expect(made.preview).toBe(2);
    expect(useToastStore.getState().toasts).toEqual([]);
  });

  it('goes on from the new one when more of its list is asked for', async () => {
    total = 101;
    kept = new Set(['preview 1']);
    show(<Preview />);
    expect(await screen.findAllByText('在preview 1')).toHaveLength(100);
    kept = new Set(['preview 2']);
    await userEvent.click(screen.getByRole('button', { name: '再看一些' }));
    await waitFor(() => expect(screen.getAllByText('在preview 2')).toHaveLength(101));
    expect(made.preview).toBe(2);
    expect(useToastStore.getState().toasts).toEqual([]);
  });
});

describe('RFM that is kept no longer', () => {
  it('is worked out again without a word when a list of it is opened', async () => {
    kept = new Set(['rfm 2']);
    show(<Rfm />);
    await userEvent.click(await screen.findByRole('button', { name: '打开' }));
    expect(await screen.findAllByText('在rfm 2')).toHaveLength(2);
    expect(made.rfm).toBe(2);
    expect(useToastStore.getState().toasts).toEqual([]);
  });

  it('starts its list anew when more of the old one is asked for', async () => {
    total = 101;
    kept = new Set(['rfm 1']);
    show(<Rfm />);
    await userEvent.click(await screen.findByRole('button', { name: '打开' }));
    await screen.findAllByText('在rfm 1');
    kept = new Set(['rfm 2']);
    await userEvent.click(screen.getByRole('button', { name: '再看一些' }));
    expect(await screen.findAllByText('在rfm 2')).toHaveLength(100);
    expect(useToastStore.getState().toasts).toEqual([]);
  });
});
