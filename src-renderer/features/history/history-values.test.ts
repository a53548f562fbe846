import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { JournalEntity } from '../../../src-shared/history/history.ts';
import zhCN from '../../text/zh-CN.json' with { type: 'json' };
import { fieldLabel } from './history-fields.ts';
import { historyValueText } from './history-values.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
const today = parseCalendarDate('2026-02-09');
if (!today) throw new Error('no such day');
const words = { t: i18n.t, today, timeZone: 'Asia/Shanghai' };

describe('historyValueText', () => {
  it.each<[JournalEntity, field: string, value: string | number | null, said: string]>([
    ['receivables', 'amountFen', 1_234_550, '¥12,345.50'],
    ['receivables', 'amountFen', 0, '¥0.00'],
    ['receivables', 'installmentNo', 2, '2'],
    ['receivables', 'disputeReason', null, '空'],
    ['receivables', 'dueOn', '2026-03-05', '2026-03-05'],
    ['sales_order_lines', 'unitPriceE4', 12_345, '¥1.2345'],
    ['sales_order_lines', 'quantityE3', 2_500, '2.5'],
    ['sales_order_lines', 'discountBp', 250, '2.5%'],
    ['settlement_sources', 'method', 'acceptance_bill', '承兑汇票'],
    ['settlement_sources', 'kind', 'return', '退货'],
    ['settlement_sources', 'isDeposit', 1, '是'],
    ['settlement_sources', 'voidKind', 'bounced', '票据未兑付'],
    ['service_costs', 'kind', 'concession', '让利'],
    ['anniversaries', 'kind', 'birthday', '生日'],
    ['terms_decisions', 'isStopped', 0, '否'],
    ['terms_decisions', 'shown', '{"open":1}', '当日数据'],
    ['terms_decisions', 'grade', 'poor', '较差'],
    ['payment_promises', 'outcome', 'broken', '没有兑现'],
    ['follow_ups', 'outcome', 'broken', 'broken'],
    ['warning_marks', 'code', 'silent', '久未联系'],
    ['products', 'code', 'overdue', 'overdue'],
    ['rival_notes', 'sharePercent', 30, '30%'],
    ['settlement_sources', 'method', 'by_pigeon', 'by_pigeon'],
  ])('says of %s %s %j: %s', (entity, field, value, said) => {
    expect(historyValueText(words, { value, label: null }, { entity, field })).toBe(said);
  });
});

describe('fieldLabel', () => {
  it('calls a title by what it is in its table', () => {
    expect(fieldLabel(i18n.t, 'contacts', 'title')).toBe('职务');
    expect(fieldLabel(i18n.t, 'sales_order_lines', 'title')).toBe('商品名称');
  });

  it('keeps the name of a field of a later version', () => {
    expect(fieldLabel(i18n.t, 'receivables', 'somethingNew')).toBe('somethingNew');
  });
});
