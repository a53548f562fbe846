import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import type { BatchSummary } from '../../../src-shared/history/history.ts';
import zhCN from '../../text/zh-CN.json' with { type: 'json' };
import { batchCustomersText, batchText } from './batch-words.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
const { t } = i18n;

function aBatch(over: Partial<BatchSummary>): BatchSummary {
  return {
    batchId: 'b',
    at: instantFromMs(0),
    userId: null,
    source: 'import',
    counts: [],
    customerNames: [],
    customerCount: 0,
    fileName: null,
    undoesBatchId: null,
    isUndone: false,
    isOfPins: false,
    settlement: null,
    ...over,
  };
}

describe('batchText', () => {
  it('names customers first and leaves out what only accompanies them', () => {
    const counts = [
      { entity: 'import_batches', action: 'create', rows: 1 },
      { entity: 'contacts', action: 'create', rows: 1316 },
      { entity: 'customers', action: 'create', rows: 1315 },
    ] as const;
    expect(batchText(t, aBatch({ counts }))).toBe('新建客户 1,315 条 · 新建联系人 1,316 条');
  });

  it('counts nothing that is one', () => {
    expect(batchText(t, aBatch({ counts: [{ entity: 'customers', action: 'update', rows: 1 }] }))).toBe('修改客户');
  });

  it('says of money what it is, and not what settled it', () => {
    const counts = [
      { entity: 'allocations', action: 'create', rows: 3 },
      { entity: 'settlement_sources', action: 'create', rows: 1 },
    ] as const;
    expect(batchText(t, aBatch({ counts, settlement: 'payment' }))).toBe('新建回款');
    expect(batchText(t, aBatch({ counts, settlement: 'write_off' }))).toBe('新建坏账');
    expect(batchText(t, aBatch({ counts }))).toBe('新建回款、退货或坏账');
  });

  it('names what accompanies when there is nothing else', () => {
    expect(batchText(t, aBatch({ counts: [{ entity: 'customer_tags', action: 'create', rows: 2 }] }))).toBe(
      '新建客户标签 2 条',
    );
  });
});

describe('batchCustomersText', () => {
  it.each([
    [[], 0, ''],
    [['王记'], 1, '王记'],
    [['王记', '李记', '张记'], 3, '王记、李记、张记'],
    [['王记', '李记', '张记'], 1200, '王记、李记、张记 等 1,200 家'],
  ])('%j of %i: %s', (customerNames, customerCount, words) => {
    expect(batchCustomersText(t, aBatch({ customerNames, customerCount }))).toBe(words);
  });
});
