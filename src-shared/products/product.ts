import { z } from 'zod';
import { optionalLines, optionalText, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';

/** 1/10,000 yuan, up to 100 million yuan. */
export const priceE4Field = z
  .number()
  .int({ message: 'invalid' })
  .min(0, { message: 'out_of_range' })
  .max(1_000_000_000_000, { message: 'out_of_range' });

export const productFieldsSchema = z.object({
  name: requiredText(100),
  code: optionalText(60),
  spec: optionalText(100),
  unit: optionalText(20),
  unitPriceE4: priceE4Field.nullable(),
  costE4: priceE4Field.nullable(),
  note: optionalLines(500),
});
export type ProductFields = z.output<typeof productFieldsSchema>;

export const blankProductFields: Omit<ProductFields, 'name'> = {
  code: null,
  spec: null,
  unit: null,
  unitPriceE4: null,
  costE4: null,
  note: null,
};

export interface Product extends ProductFields {
  readonly id: Id;
  /** No longer sold. */
  readonly isArchived: boolean;
}
