import { z } from 'zod';
import { idField } from '../core/fields.ts';
import { type Fen, fen } from '../core/money.ts';
import { type PaymentRecord, paymentGrades } from './payment-record.ts';

const amount = z.number().transform((value): Fen => fen(value));
const rows = z.array(idField).readonly();

/** A record that was stored as it was shown. */
export const paymentRecordSchema: z.ZodType<PaymentRecord> = z.object({
  grade: z.enum(paymentGrades),
  reasons: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('overdue_long'), receivableIds: rows, days: z.number() }),
      ...(['late_on_average', 'seldom_on_time', 'write_off', 'few_due', 'on_time', 'between'] as const).map((code) =>
        z.object({ code: z.literal(code), receivableIds: rows }),
      ),
    ]),
  ),
  dueFen: amount,
  onTimeFen: amount,
  meanDaysLate: z.number().nullable(),
  onTimePercent: z.number().nullable(),
  cameDue: z.number(),
});
