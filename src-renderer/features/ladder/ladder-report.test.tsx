import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { startI18n } from '../../app/i18n.ts';
import { ladderReport } from './ladder-report.ts';
import { aLadder, aStep } from './testing/a-ladder.ts';

beforeAll(() => {
  startI18n('zh-CN');
});

const ladder = aLadder({
  steps: [
    aStep('A', { customers: 2, meanSalesFen: 30_000, meanCostFen: 20_000, new: 1 }),
    aStep('B', { customers: 6, meanSalesFen: 10_000, meanCostFen: 12_000, lost: 2 }),
    aStep(null, { customers: 0 }),
  ],
  activeBefore: 4,
  lost: 2,
  new: 1,
  moves: [{ fromTierId: 'B', toTierId: 'A', customers: 1 }],
});
const report = () => ladderReport(i18next.t, ladder, [], '华兴五金 · 2025-09-18 至 2026-09-17');

describe('ladderReport', () => {
  it('has a line per step, with money in fen and parts in 1/10,000', () => {
    const [steps] = report();
    const column = (header: string) => steps?.columns.findIndex((each) => each.header === header) ?? -1;
    const cells = (header: string) => steps?.rows.map((row) => row[column(header)]);
    expect(steps?.rows).toHaveLength(2);
    expect(cells('客户数')).toEqual([2, 6]);
    expect(cells('占比')).toEqual([2_500, 7_500]);
    expect(cells('销售')).toEqual([60_000, 60_000]);
    expect(cells('利润')).toEqual([20_000, -12_000]);
    expect(cells('利润率')).toEqual([3_333, -2_000]);
  });

  it('leaves the rate of no whole empty, and never totals a mean or a share', () => {
    const [steps, figures] = report();
    expect(figures?.rows.find(([name]) => name === '新增')?.slice(1, 3)).toEqual([1, 2_500]);
    expect(figures?.rows.find(([name]) => name === '升级')?.slice(1, 3)).toEqual([0, null]);
    const totalled = steps?.columns.filter(({ isTotalled }) => isTotalled).map(({ header }) => header);
    expect(totalled).not.toContain('户均销售');
    expect(totalled).not.toContain('占比');
    expect(totalled).toContain('利润');
  });

  it('says on each sheet what it is of', () => {
    expect(report().every(({ about }) => about.includes('2025-09-18 至 2026-09-17'))).toBe(true);
  });
});
