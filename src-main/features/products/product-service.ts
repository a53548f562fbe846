import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { isProductSold, productNamed } from '../../../db/queries/product-rows.ts';
import { products } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ProductFields } from '../../../src-shared/products/product.ts';
import type { productsContract } from '../../../src-shared/products/products-contract.ts';

type ProductState = typeof products.$inferSelect;

export function createProduct(db: WriteDb, fields: ProductFields): Result<{ id: Id }, AppError> {
  const taken = nameTaken(db, fields, null);
  if (taken) return err(taken);
  const id = newId(instantToMs(db.info.now));
  db.insert(products, { ...fields, id });
  return ok({ id });
}

export function updateProduct(
  db: WriteDb,
  { id, fields }: ParsedInputOf<typeof productsContract.update>,
): Result<object, AppError> {
  const present = liveProduct(db, id);
  if (!present.ok) return present;
  const changes = given(fields);
  const taken = nameTaken(db, { ...present.value, ...changes }, id);
  if (taken) return err(taken);
  db.update(products, id, changes);
  return ok({});
}

export function setProductArchived(
  db: WriteDb,
  { id, isArchived }: ParsedInputOf<typeof productsContract.setArchived>,
): Result<object, AppError> {
  const present = liveProduct(db, id);
  if (!present.ok) return present;
  if ((present.value.archivedAt !== null) !== isArchived) {
    db.update(products, id, { archivedAt: isArchived ? db.info.now : null });
  }
  return ok({});
}

/** Errors: not_found, conflict in_bin, product_in_use: what was sold stays, archived if it is no longer. */
export function binProduct(db: WriteDb, id: Id): Result<object, AppError> {
  const present = liveProduct(db, id);
  if (!present.ok) return present;
  if (isProductSold(db, id)) return err({ kind: 'conflict', reason: 'product_in_use', otherId: id });
  db.update(products, id, { deletedAt: db.info.now });
  return ok({});
}

function liveProduct(db: ReadDb, id: Id): Result<ProductState, AppError> {
  const product = findRow(db, products, id);
  if (!product) return err({ kind: 'not_found', entity: 'products', id });
  return product.deletedAt === null ? ok(product) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}

/** One name may come in several specifications; the same of both could not be told apart in an order. */
function nameTaken(db: ReadDb, { name, spec }: Pick<ProductFields, 'name' | 'spec'>, exceptId: Id | null) {
  const otherId = productNamed(db, name, spec, exceptId);
  return otherId === null ? null : ({ kind: 'conflict', reason: 'name_taken', otherId } as const);
}
