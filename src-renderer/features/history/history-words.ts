import type { TFunction } from 'i18next';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { JournalEntity } from '../../../src-shared/history/history.ts';
import type { SourceKind } from '../../../src-shared/receivables/ledger.ts';

/** What was done to a row, in words: 新建联系人, 修改客户, 删除跟进; a settlement by what it is: 新建回款, 新建退货. */
export function actionText(
  t: TFunction,
  action: 'create' | 'update' | 'delete',
  entity: JournalEntity,
  settlement: SourceKind | null,
): string {
  const isKnown = entity === 'settlement_sources' && settlement !== null;
  const what = t(isKnown ? `history.settlement.${settlement}` : `entity.${entity}`);
  switch (action) {
    case 'create':
      return t('history.action.create', { what });
    case 'update':
      return t('history.action.update', { what });
    case 'delete':
      return t('history.action.delete', { what });
    default:
      return assertNever(action);
  }
}
