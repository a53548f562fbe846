import { count, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { Tag } from '../../src-shared/tags/tags-contract.ts';
import type { ReadDb } from '../connection.ts';
import { customerTags, tags } from '../schema/customers.ts';
import type { TagLinkRow } from './customer-children.ts';
import { facetCounts } from './facet-counts.ts';

export type TagRow = typeof tags.$inferSelect;

/** All there ever were, the bin included: a book has tens of them. */
export function allTagRows(db: ReadDb): readonly TagRow[] {
  return db.orm.select().from(tags).all();
}

/** On whom a tag is, customers in the bin included. */
export function linksOfTag(db: ReadDb, tagId: Id): readonly TagLinkRow[] {
  return db.orm.select().from(customerTags).where(eq(customerTags.tagId, tagId)).all();
}

export function countLinksOfTag(db: ReadDb, tagId: Id): number {
  return db.orm.select({ links: count() }).from(customerTags).where(eq(customerTags.tagId, tagId)).get()?.links ?? 0;
}

/** By pinyin; with the live customers that carry each. */
export function listTags(db: ReadDb): readonly Tag[] {
  const customers = facetCounts(db, 'tag');
  return db.orm
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(isNull(tags.deletedAt))
    .all()
    .map((tag) => ({ ...tag, customerCount: customers.get(tag.id) ?? 0 }))
    .sort((one, other) => collator.compare(one.name, other.name));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
