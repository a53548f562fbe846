import { listProducts } from '../../../db/queries/product-rows.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { maySeeCost } from '../../../src-shared/products/may-see-cost.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { binProduct, createProduct, setProductArchived, updateProduct } from './product-service.ts';

export const productHandlers: HandlersOf<'products'> = {
  list: ({ session, user }, input) => {
    const { products, total } = listProducts(session.db(), input);
    if (maySeeCost(user.role)) return ok({ products, total });
    return ok({ products: products.map((product) => ({ ...product, costE4: null })), total });
  },
  create: (context, input) => change(context, 'edit', (db) => createProduct(db, input)),
  update: (context, input) => change(context, 'edit', (db) => updateProduct(db, input)),
  setArchived: (context, input) => change(context, 'edit', (db) => setProductArchived(db, input)),
  moveToBin: (context, { id }) => change(context, 'edit', (db) => binProduct(db, id)),
};
