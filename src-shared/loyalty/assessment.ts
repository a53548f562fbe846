import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, optionalLines, optionalText, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { amountField } from '../payments/payment.ts';
import { priceE4Field } from '../products/product.ts';

const rating = z.number().int().min(1, { message: 'out_of_range' }).max(5, { message: 'out_of_range' }).nullable();

/** What people judge of a customer. */
export const assessmentSchema = z.object({
  yearlyNeedFen: amountField.nullable(),
  isSeasonal: z.boolean(),
  priceSensitivity: rating,
  choosingTime: rating,
  attitudeToRivals: rating,
  faultTolerance: rating,
  recommends: rating,
  /** Beside the terms advice, never automatic (domain §3). */
  dealMotive: optionalLines(300),
  troubleLevel: rating,
});
export type Assessment = z.output<typeof assessmentSchema>;

export const blankAssessment: Assessment = {
  yearlyNeedFen: null,
  isSeasonal: false,
  priceSensitivity: null,
  choosingTime: null,
  attitudeToRivals: null,
  faultTolerance: null,
  recommends: null,
  dealMotive: null,
  troubleLevel: null,
};

export const rivalNoteSchema = z.object({
  rival: requiredText(100),
  notedOn: calendarDateField,
  product: optionalText(100),
  unitPriceE4: priceE4Field.nullable(),
  sharePercent: z.number().int().min(0, { message: 'out_of_range' }).max(100, { message: 'out_of_range' }).nullable(),
  note: optionalLines(500),
});

export interface RivalNote extends z.output<typeof rivalNoteSchema> {
  readonly id: Id;
  readonly userId: Id | null;
  readonly notedOn: CalendarDate;
}
