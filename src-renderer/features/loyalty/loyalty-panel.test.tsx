import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseInstant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { type Assessment, blankAssessment } from '../../../src-shared/loyalty/assessment.ts';
import { type LoyaltyInput, loyalty } from '../../../src-shared/loyalty/loyalty.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeAllToasts, notifyDone, useToastStore } from '../../state/toasts.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { DealJudgement } from './deal-judgement.tsx';
import { LoyaltyPanel } from './loyalty-panel.tsx';
import type { ReadLoyalty } from './part-fact.ts';

const seenAt = parseInstant('2026-02-09T01:00:00.000Z');
if (!seenAt) throw new Error('no moment');
const customer = { id: 'c', ownerId: null, tierId: 'a', deletedAt: null, seenAt };

let assessment: Assessment;
let input: LoyaltyInput;
const asked: { readonly procedure: string; readonly input: unknown }[] = [];
const writes = () => asked.filter(({ procedure }) => /assess|Rival|update/.test(procedure));

function read(): ReadLoyalty {
  return {
    assessment,
    input,
    loyalty: loyalty(
      { ...input, ratings: { ...assessment } },
      // Safe: a day written out.
      '2026-02-09' as Parameters<typeof loyalty>[1],
    ),
    walletPercent: input.yearlyNeedFen === null ? null : (100 * input.salesFen) / input.yearlyNeedFen,
    referredBy: { id: 'w', name: '王老板' },
    referrals: [],
    rivals: [],
    relationshipLevel: 'accountable',
    ownRelationshipLevel: null,
  };
}

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  asked.length = 0;
  assessment = blankAssessment;
  input = {
    ordersInYear: 5,
    salesFen: fen(2_500_000),
    yearlyNeedFen: fen(10_000_000),
    firstOrderOn: null,
    attentions: null,
    referrals: null,
    ratings: {
      priceSensitivity: null,
      choosingTime: null,
      attitudeToRivals: null,
      faultTolerance: null,
      recommends: null,
    },
  };
  const answers: Readonly<Record<string, () => unknown>> = {
    'book.status': () => ({ state: 'open', bookId: 'b', today: '2026-02-09', timeZone: 'Asia/Shanghai' }),
    'users.list': () => ({ users: [{ id: 'u', name: '老板', role: 'owner', isGone: false }], currentId: 'u' }),
    'tiers.list': () => ({ tiers: [{ id: 'a', name: 'A', relationshipLevel: 'partnership', color: 'amber' }] }),
    'loyalty.get': read,
    'loyalty.assess': () => ({ batchId: `rating ${writes().length}` }),
    'loyalty.addRival': () => ({ batchId: 'x', id: 'r' }),
  };
  const call = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    return Promise.resolve(ok(answers[request.procedure]?.() ?? {}));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  closeAllToasts();
  vi.unstubAllGlobals();
});

async function show() {
  render(
    <QueryClientProvider client={queryClient}>
      <LoyaltyPanel customer={customer} />
      <DealJudgement customerId="c" ownerId={null} isReadOnly={false} />
    </QueryClientProvider>,
  );
  await screen.findByRole('radiogroup', { name: '价格敏感' });
}

const rated = (fields: Partial<Assessment>) => ({ procedure: 'loyalty.assess', input: { customerId: 'c', fields } });

describe('LoyaltyPanel', () => {
  it('says the fact behind each part, and of what is not known why not', async () => {
    input = { ...input, firstOrderOn: '2023-05-01' as NonNullable<LoyaltyInput['firstOrderOn']> }; // Safe: a day.
    await show();
    const parts = screen.getAllByRole('listitem').map((part) => part.textContent);
    expect(parts).toContain('重复购买12 个月 5 单80');
    expect(parts).toContain('购买占比占他年需求的 25%25');
    expect(parts).toContain('合作年数首单 2023-05-0140');
    expect(parts.find((part) => part?.startsWith('介绍客户'))).toContain('未知：没介绍过客户');
    expect(screen.getByRole('status', { name: '忠诚度' }).textContent).toBe('48');
  });

  it('takes one key for each rating and an arrow to the next', async () => {
    await show();
    screen.getByRole('radio', { name: '1 低' }).focus();
    await userEvent.keyboard('2{ArrowDown}1{ArrowDown}5{ArrowDown}4{ArrowDown}3');
    expect(writes()).toEqual([
      rated({ priceSensitivity: 2 }),
      rated({ choosingTime: 1 }),
      rated({ attitudeToRivals: 5 }),
      rated({ faultTolerance: 4 }),
      rated({ recommends: 3 }),
    ]);
  });

  it('says five quick ratings in one message, the last with its own undo, and leaves what others said', async () => {
    notifyDone('已备份');
    await show();
    screen.getByRole('radio', { name: '1 低' }).focus();
    await userEvent.keyboard('2{ArrowDown}1{ArrowDown}5{ArrowDown}4{ArrowDown}3');
    await waitFor(() => expect(useToastStore.getState().toasts.at(-1)?.text).toBe('推荐我们：3'));
    expect(useToastStore.getState().toasts.map(({ text, undoBatchId }) => [text, undoBatchId])).toEqual([
      ['已备份', null],
      ['推荐我们：3', 'rating 5'],
    ]);
  });

  it('takes a rating back by 0 or the same chip, and passes over digits that rate nothing', async () => {
    assessment = { ...blankAssessment, recommends: 4 };
    await show();
    const group = screen.getByRole('radiogroup', { name: '推荐我们' });
    within(group).getByRole('radio', { checked: true }).focus();
    await userEvent.keyboard('4679');
    expect(writes()).toEqual([]);
    await userEvent.keyboard('0');
    await userEvent.click(within(group).getByRole('radio', { name: '4' }));
    expect(writes()).toEqual([rated({ recommends: null }), rated({ recommends: null })]);
  });

  it('saves the yearly need by Enter once, and nothing while it is no amount', async () => {
    await show();
    const need = screen.getByRole('textbox', { name: '年需求' });
    await userEvent.clear(need);
    await userEvent.type(need, '很多{Enter}');
    expect(writes()).toEqual([]);
    await userEvent.clear(need);
    await userEvent.type(need, '20万{Enter}');
    await userEvent.tab();
    expect(writes()).toEqual([rated({ yearlyNeedFen: fen(20_000_000) })]);
  });

  it('says what the level obliges to, the tier’s while he has none of his own', async () => {
    await show();
    expect(await screen.findByText('按 A 级：伙伴型')).toBeDefined();
    expect(screen.getByText(/送达后 7 天内打电话/)).toBeDefined();
  });

  it('notes a rival in one line, with today; none without its name or with an impossible share', async () => {
    await show();
    const line = within(screen.getByRole('group', { name: '记一条竞争对手' }));
    await userEvent.type(line.getByRole('textbox', { name: '占比' }), '130{Enter}');
    await userEvent.type(line.getByRole('textbox', { name: '对手' }), '永固{Enter}');
    expect(writes()).toEqual([]);
    await userEvent.clear(line.getByRole('textbox', { name: '占比' }));
    await userEvent.type(line.getByRole('textbox', { name: '单价' }), '8.5{Enter}');
    expect(writes()).toEqual([
      {
        procedure: 'loyalty.addRival',
        input: {
          customerId: 'c',
          notedOn: '2026-02-09',
          rival: '永固',
          product: null,
          unitPriceE4: 85_000,
          sharePercent: null,
          note: null,
        },
      },
    ]);
  });
});

describe('DealJudgement', () => {
  it('keeps trouble as one digit and says that nothing follows from it', async () => {
    await show();
    expect(screen.getByText(/系统从不据此改变建议/)).toBeDefined();
    within(screen.getByRole('radiogroup', { name: '麻烦程度' }))
      .getByRole('radio', { name: '1 省心' })
      .focus();
    await userEvent.keyboard('5');
    expect(writes()).toEqual([rated({ troubleLevel: 5 })]);
  });
});
