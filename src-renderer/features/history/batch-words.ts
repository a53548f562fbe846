import type { TFunction } from 'i18next';
import type { BatchSummary, JournalEntity } from '../../../src-shared/history/history.ts';
import { countText } from '../../text/number-text.ts';
import { actionText } from './history-words.ts';

/** Rows that only accompany others: named when a batch holds nothing else. */
const companions: ReadonlySet<JournalEntity> = new Set([
  'customer_tags',
  'tier_history',
  'import_batches',
  'sales_order_lines',
  'allocations',
  'return_lines',
]);

/** What a reader looks for first. */
const leadingEntities: readonly JournalEntity[] = [
  'customers',
  'contacts',
  'follow_ups',
  'visit_plans',
  'sales_orders',
  'settlement_sources',
  'receivables',
];

const actionsNamed = 3;

/** What a batch did, in a few words: 新建客户 12 条 · 新建联系人 30 条. */
export function batchText(t: TFunction, batch: BatchSummary): string {
  if (batch.isOfPins) return t('changes.pins');
  const leading = batch.counts.filter((count) => !companions.has(count.entity));
  const counts = leading.length > 0 ? leading : batch.counts;
  return counts
    .toSorted((a, b) => rank(a.entity) - rank(b.entity))
    .slice(0, actionsNamed)
    .map(({ entity, action, rows }) => {
      const what = actionText(t, action, entity, batch.settlement);
      return rows === 1 ? what : t('changes.what', { action: what, rows: countText(rows) });
    })
    .join(' · ');
}

function rank(entity: JournalEntity): number {
  const at = leadingEntities.indexOf(entity);
  return at === -1 ? leadingEntities.length : at;
}

/** Whom it touched: up to three names, then how many in all. '' for none. */
export function batchCustomersText(t: TFunction, batch: BatchSummary): string {
  if (batch.customerNames.length === 0) return '';
  const names = batch.customerNames.join(t('filter.separator'));
  return batch.customerCount > batch.customerNames.length
    ? t('changes.customersMore', { names, count: batch.customerCount, shown: countText(batch.customerCount) })
    : names;
}
