import { z } from 'zod';

const words = z.string().max(2_000);

/** A table of a page, as it goes into a workbook or onto paper; its words in the user's language. */
export const reportTableSchema = z.object({
  /** Of the sheet. */
  name: z.string().min(1).max(100),
  title: z.string().max(200),
  /** Firm, period, filters. */
  about: words,
  totalLabel: z.string().max(50),
  columns: z
    .array(
      z.object({
        header: z.string().max(100),
        /** `money` in fen, `percent` in 1/10,000. */
        kind: z.enum(['text', 'integer', 'money', 'percent']),
        isTotalled: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(40),
  /** As many cells as columns; an amount where the column has amounts. */
  rows: z.array(z.array(words.or(z.number().int()).nullable()).max(40)).max(1_000),
});
export type ReportTable = z.output<typeof reportTableSchema>;

/** 8 MB of picture. */
const longestPicture = 11_000_000;

/** A picture drawn by the window: `data:image/png;base64,…` or `data:image/svg+xml;charset=UTF-8,…`. */
export const pictureSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('png'), dataUrl: z.string().startsWith('data:image/png;base64,').max(longestPicture) }),
  z.object({ format: z.literal('svg'), dataUrl: z.string().startsWith('data:image/svg+xml;').max(longestPicture) }),
]);
