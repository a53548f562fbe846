import i18next from 'i18next';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { Warning } from '../../../src-shared/warnings/warnings.ts';
import { startI18n } from '../../app/i18n.ts';
import { warningText } from './warning-text.ts';

const lastOrderOn = parseCalendarDate('2026-01-01');
if (!lastOrderOn) throw new Error('no day');
const falling = { code: 'sales_falling', nowFen: fen(580_001), usualFen: 1_000_000, orderIds: [] } as const;

const sentences: readonly (readonly [Warning, string | null, string, string])[] = [
  [
    { code: 'silent', days: 45, cadenceDays: 7 },
    'A',
    'A 级，45 天未联系（节奏 7 天）',
    'Tier A, no contact for 45 days (usually every 7)',
  ],
  [
    { code: 'silent', days: 46, cadenceDays: 30 },
    null,
    '未分级，46 天未联系（节奏 30 天）',
    'No tier, no contact for 46 days (usually every 30)',
  ],
  [
    { code: 'no_order_for_long', days: 63, medianGap: 28, lastOrderOn, orderIds: [] },
    'B',
    '已 63 天未下单，平时每 28 天一次',
    'No order for 63 days, usually every 28 days',
  ],
  [
    { code: 'no_order_for_long', days: 30, medianGap: 14.5, lastOrderOn, orderIds: [] },
    'B',
    '已 30 天未下单，平时每 14.5 天一次',
    'No order for 30 days, usually every 14.5 days',
  ],
  [
    { ...falling, isSeasonal: false },
    'B',
    // 41.9999 % is not yet 42 %.
    '近 90 天销售比平时少 41%',
    'Sales of the last 90 days 41% below usual',
  ],
  [
    { ...falling, nowFen: fen(0), isSeasonal: true },
    'B',
    '近 90 天销售比去年同期少 100%',
    'Sales of the last 90 days 100% below the same days last year',
  ],
  [{ code: 'overdue', days: 38, receivableIds: ['r'] }, 'C', '逾期 38 天', '38 days overdue'],
  [
    { code: 'over_limit', openFen: fen(6_230_000), limitFen: fen(5_000_000) },
    'C',
    '超出额度 ¥12,300.00（额度 ¥50,000.00）',
    '¥12,300.00 over the credit limit (¥50,000.00)',
  ],
];

describe('warningText', () => {
  beforeEach(() => startI18n('zh-CN'));

  it.each(sentences)('says %o of tier %s in one sentence, in both languages', async (warning, tier, zh, en) => {
    expect(warningText({ t: i18next.t }, warning, tier)).toBe(zh);
    await i18next.changeLanguage('en');
    expect(warningText({ t: i18next.t }, warning, tier)).toBe(en);
  });
});
