import type { TFunction } from 'i18next';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { JournalEntity } from '../../../src-shared/history/history.ts';

/** What was done to a row, in words: 新建联系人, 修改客户, 删除跟进. */
export function actionText(t: TFunction, action: 'create' | 'update' | 'delete', entity: JournalEntity): string {
  const what = t(`entity.${entity}`);
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
