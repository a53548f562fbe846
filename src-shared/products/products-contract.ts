import { z } from 'zod';
import { idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { blankProductFields, type Product, productFieldsSchema } from './product.ts';

const topics = ['products', 'history'] as const;
const { shape } = productFieldsSchema;

/** Cost is for those who may read profit: another's is null. */
export const productsContract = {
  /** By name; `search`: part of name, code or spec, pinyin, initials (domain §9). */
  list: query(
    'customers.read',
    z.object({
      search: z.string().max(200).default(''),
      withArchived: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    returns<{ readonly products: readonly Product[]; readonly total: number }>(),
  ),
  create: command(
    'products.edit',
    z.object({
      name: shape.name,
      code: shape.code.default(blankProductFields.code),
      spec: shape.spec.default(blankProductFields.spec),
      unit: shape.unit.default(blankProductFields.unit),
      unitPriceE4: shape.unitPriceE4.default(blankProductFields.unitPriceE4),
      costE4: shape.costE4.default(blankProductFields.costE4),
      note: shape.note.default(blankProductFields.note),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  /** Old orders keep what they say. */
  update: command(
    'products.edit',
    z.object({ id: idField, fields: productFieldsSchema.partial() }),
    returns<ChangeOutcome>(),
    topics,
  ),
  setArchived: command(
    'products.edit',
    z.object({ id: idField, isArchived: z.boolean() }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Only one that was never sold: else conflict product_in_use. */
  moveToBin: command('products.edit', z.object({ id: idField }), returns<ChangeOutcome>(), topics),
};
