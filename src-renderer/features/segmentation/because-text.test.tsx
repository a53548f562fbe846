import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { fen } from '../../../src-shared/core/money.ts';
import { defaultScoreWeights } from '../../../src-shared/tiers/methods/score.ts';
import type { PreviewRow, TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import { startI18n } from '../../app/i18n.ts';
import { becauseText, scorePartsText } from './because-text.ts';

let t: TFunction;
beforeAll(() => {
  startI18n('zh-CN');
  t = i18next.t;
});

const tiers = ['A', 'B', 'C', 'D'].map((name) => ({ id: name, name }));
const thresholds: TierMethodInput = { kind: 'thresholds', cuts: [10_000_000, 3_000_000, 500_000] };
const abc: TierMethodInput = { kind: 'abc', cuts: [80, 95, 100] };
const rfm: TierMethodInput = { kind: 'rfm', cuts: [13, 10, 6], windowMonths: null };
const score: TierMethodInput = { kind: 'score', cuts: [80, 60, 35], weights: { ...defaultScoreWeights } };

type Because = PreviewRow['because'];
const sales = (yuan: number): Because => ({ code: 'sales', salesFen: fen(yuan * 100) });
const share = (before: number, total: number, own = 100): Because => ({
  code: 'share',
  salesFen: fen(own),
  beforeFen: fen(before),
  totalFen: fen(total),
});
const scored = (total: number | null): Because => ({
  code: 'score',
  total,
  parts: { sales: 72, repeat: 60, wallet: null, record: 100, years: 40, growth: 55.25, loyalty: null },
});

const said = (method: TierMethodInput, fromTierId: string | null, toTierId: string, because: Because) =>
  becauseText({ t, method, tiers }, { fromTierId, toTierId, because });

describe('becauseText', () => {
  it.each([
    ['up', thresholds, 'B', 'A', sales(128_000), '12 个月销售 ¥128,000.00，达到 A 级的 ¥100,000'],
    ['down', thresholds, 'A', 'B', sales(99_999), '12 个月销售 ¥99,999.00，不到 A 级的 ¥100,000'],
    ['down two', thresholds, 'A', 'C', sales(6_000), '12 个月销售 ¥6,000.00，不到 A 级的 ¥100,000'],
    ['first', thresholds, null, 'B', sales(30_000), '12 个月销售 ¥30,000.00，达到 B 级的 ¥30,000'],
    ['first, to the last', thresholds, null, 'D', sales(0), '12 个月销售 ¥0.00，不到 C 级的 ¥5,000'],
    ['share, up', abc, 'B', 'A', share(784, 1_000), '前面的客户已占 78.4%，仍在 A 级的 80% 以内'],
    ['a hair below a cut', abc, 'B', 'A', share(79_999, 100_000), '前面的客户已占 79.9%，仍在 A 级的 80% 以内'],
    ['share, down', abc, 'A', 'B', share(80, 100), '前面的客户已占 80.0%，已到 A 级的 80%'],
    ['no sales', abc, 'A', 'D', share(100, 100, 0), '12 个月没有销售'],
    ['score', score, 'C', 'B', scored(61.34), '得分 61.3，达到 B 级的 60'],
    ['a hair below a score', score, 'A', 'B', scored(79.97), '得分 79.9，不到 A 级的 80'],
    ['nothing known', score, 'A', 'D', scored(null), '没有可以打分的数据，归最后一级'],
    ['nothing to judge', rfm, 'A', 'D', { code: 'nothing_to_judge' }, '没有可以打分的数据，归最后一级'],
    ['no orders', abc, 'A', 'D', { code: 'no_orders' }, '从没下过单，归最后一级'],
    ['pinned', abc, 'A', 'A', { code: 'pinned' }, '等级已固定，不参与重算'],
    ['new', abc, 'A', 'A', { code: 'new' }, '建档不到 90 天，还没有订单，先不定级'],
  ] as const)('%s', (_name, method, from, to, because, sentence) => {
    expect(said(method, from, to, because)).toBe(sentence);
  });

  it('says R, F and M, their sum, and the values behind them', () => {
    const because: Because = {
      code: 'rfm',
      recencyDays: 12,
      orders: 8,
      salesFen: fen(4_350_000),
      r: 5,
      f: 4,
      m: 3,
      segment: 'loyal',
    };
    expect(said(rfm, 'C', 'B', because)).toBe('R5 F4 M3 = 12，达到 B 级的 10（12 天前下单，8 单，¥43,500.00）');
  });

  it('leaves the cut out where the tier is not in the list any more', () => {
    expect(said(thresholds, null, 'gone', sales(1))).toBe('12 个月销售 ¥1.00');
  });
});

describe('scorePartsText', () => {
  const row = { fromTierId: 'C', toTierId: 'B' };

  it('lists each part with its weight, and what nothing is known of', () => {
    expect(scorePartsText({ t, method: score, tiers }, { ...row, because: scored(61) })).toBe(
      '销售 72.0 × 40 · 复购 60.0 × 15 · 付款记录 100.0 × 15 · 年限 40.0 × 10 · 增长 55.3 × 5；没有数据：购买占比，权重由其他项分担',
    );
  });

  it('has nothing to say of another method or of no score', () => {
    expect(scorePartsText({ t, method: thresholds, tiers }, { ...row, because: sales(1) })).toBeNull();
    expect(scorePartsText({ t, method: score, tiers }, { ...row, because: scored(null) })).toBeNull();
  });
});
