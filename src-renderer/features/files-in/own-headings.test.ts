import { describe, expect, it } from 'vitest';
import { customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { importTargets, isImportKey } from '../../../src-shared/files-in/import-targets.ts';
import { matchColumns } from '../../../src-shared/files-in/match-columns.ts';
import en from '../../text/en.json';
import zhCN from '../../text/zh-CN.json';

/** Without a banner these are the contact's: 电话 beside 联系人 is the number to call. */
const ofWhomeverStandsBeside: ReadonlySet<string> = new Set(['phone', 'wechat', 'email']);

const otherTargets = [importTargets.openings, importTargets.orders, importTargets.payments];

describe('a column headed as the window itself calls the field', () => {
  it.each([
    ['zh-CN', zhCN.imports.field],
    ['en', en.imports.field],
  ] as const)('is recognised in %s', (_language, labels) => {
    for (const { key } of customersTarget.fields) {
      const headings = [...new Set([labels.name, labels[key]])];
      const header = { headerRow: 1, firstDataRow: 2, why: 'known_words', headings, banners: [], skipped: [] } as const;
      const found = matchColumns(header, [], customersTarget).at(-1)?.field ?? null;
      expect(found, labels[key]).not.toBeNull();
      if (!ofWhomeverStandsBeside.has(key)) expect(found, labels[key]).toBe(key);
    }
  });

  it.each([
    ['zh-CN', zhCN.imports.field],
    ['en', en.imports.field],
  ] as const)('is recognised in %s, in files of money too', (_language, labels) => {
    for (const target of otherTargets) {
      for (const { key } of target.fields) {
        if (!isImportKey(key)) throw new Error(key);
        const headings = [...new Set([labels.customer, labels[key]])];
        const header = {
          headerRow: 1,
          firstDataRow: 2,
          why: 'known_words',
          headings,
          banners: [],
          skipped: [],
        } as const;
        expect(matchColumns(header, [], target).at(-1)?.field, `${target.name} ${labels[key]}`).toBe(key);
      }
    }
  });
});
