import { z } from 'zod';
import { calendarDateField, idField } from '../core/fields.ts';
import { personsField } from '../visits/visits-contract.ts';

/** Whose statements. `many`: all with movement in the period or a balance at its end. */
export const statementScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), customerId: idField }),
  z.object({
    kind: z.literal('many'),
    ownerIds: personsField,
    tierIds: z
      .array(idField.or(z.literal('none')))
      .max(200)
      .optional(),
    /** Only those who still owe at the end of the period. */
    onlyOpen: z.boolean().default(false),
  }),
]);
export type StatementScope = z.output<typeof statementScopeSchema>;

/** Words of a statement's workbook, in the user's language. `{name}` stands for what is filled in. */
export const statementWords = [
  'title',
  'customer',
  'period',
  'day',
  'what',
  'charged',
  'settled',
  'balance',
  'due',
  'amount',
  'open',
  'daysLate',
  'opening',
  'closing',
  'inWords',
  'nothing',
  'openTitle',
  'prepaid',
  'bills',
  'confirm',
  'weOwe',
  'agreed',
  'disagreed',
  'ourSide',
  'seal',
  'signature',
  'signedOn',
  'page',
  'openingBalance',
  'instalment',
  'instalmentOf',
  'voided',
  'payment',
  'payment_void',
  'return',
  'return_void',
  'write_off',
  'write_off_void',
  'refund',
  'refund_void',
  'cash',
  'transfer',
  'wechat',
  'alipay',
  'acceptance_bill',
  'cheque',
  'other',
  'index',
  'total',
  'sheet',
  'prepaidHead',
] as const;
export type StatementWord = (typeof statementWords)[number];
export type StatementWords = Readonly<Record<StatementWord, string>>;

export const statementWordsSchema = z.record(z.enum(statementWords), z.string().max(300));

export const statementFileSchema = z.object({
  scope: statementScopeSchema,
  from: calendarDateField,
  to: calendarDateField,
  /** `files`: one workbook each, `path` is a folder. `workbook`: `path` is a file of one sheet each. */
  form: z.enum(['files', 'workbook']),
  words: statementWordsSchema,
  /** Amounts in words, 人民币大写, where people write so. */
  withAmountInWords: z.boolean(),
  path: z.string().max(4000),
});
