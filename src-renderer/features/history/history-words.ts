import type { TFunction } from 'i18next';
import { anniversaryCalendars, anniversaryKinds } from '../../../src-shared/anniversaries/anniversary.ts';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import { isId } from '../../../src-shared/core/id.ts';
import { parseInstant } from '../../../src-shared/core/instant.ts';
import { channels } from '../../../src-shared/follow-ups/follow-up.ts';
import type { HistoryValue, JournalEntity } from '../../../src-shared/history/history.ts';
import { relationshipLevels } from '../../../src-shared/tiers/tier.ts';
import { roles } from '../../../src-shared/users/rights.ts';
import { visitPlanStatuses } from '../../../src-shared/visits/visit-plan.ts';
import { momentText } from '../../text/day-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

/** Fields that have a word of their own; `name` and the like mean the same wherever they stand. */
const fieldKeys = [
  'name',
  'shortName',
  'uscc',
  'phone',
  'wechat',
  'email',
  'website',
  'province',
  'city',
  'district',
  'address',
  'industry',
  'source',
  'sinceOn',
  'note',
  'tierId',
  'tierPinnedReason',
  'cadenceDays',
  'ownerId',
  'primaryContactId',
  'title',
  'department',
  'mobile',
  'isDecisionMaker',
  'contactId',
  'authorId',
  'happenedAt',
  'channel',
  'text',
  'outcome',
  'intentLevel',
  'fileName',
  'followUpId',
  'personId',
  'plannedOn',
  'plannedTime',
  'lengthMinutes',
  'purpose',
  'status',
  'cancelledReason',
  'doneById',
  'customerId',
  'tagId',
  'deletedAt',
  'companyName',
  'timeZone',
  'role',
  'color',
  'isKey',
  'isArchived',
  'isGone',
  'position',
  'relationshipLevel',
  'kind',
  'calendar',
  'year',
  'month',
  'day',
  'isLeapMonth',
] as const;
type FieldKey = (typeof fieldKeys)[number];

function isFieldKey(field: string): field is FieldKey {
  return fieldKeys.some((key) => key === field);
}

/** The word for a field of a journalled row; a field of a later version keeps its own name. */
export function fieldLabel(t: TFunction, entity: JournalEntity, field: string): string {
  if (entity === 'customers' && field === 'name') return t('field.customerName');
  return isFieldKey(field) ? t(`field.${field}`) : field;
}

const flags: ReadonlySet<string> = new Set(['isDecisionMaker', 'isKey', 'isArchived', 'isGone', 'isLeapMonth']);

/** A value as history shows it: the name behind an id, the word behind a code, the wall clock of a moment. */
export function historyValueText(words: WindowWords, held: HistoryValue, field: string | null = null): string {
  const { t } = words;
  if (held.label !== null) return held.label;
  if (held.value === null || held.value === '') return t('history.empty');
  if (field !== null && flags.has(field)) return t(held.value === 1 ? 'history.yes' : 'history.no');
  const text = String(held.value);
  // A reference whose row has no name of its own, such as the follow-up that completed a visit.
  if (isId(text)) return t('history.otherRow');
  const instant = parseInstant(text);
  if (instant) return momentText(words, instant);
  return field === null ? text : codeText(t, field, text);
}

function codeText(t: TFunction, field: string, text: string): string {
  const channel = channels.find((known) => known === text);
  if (field === 'channel' && channel) return t(`channel.${channel}`);
  const status = visitPlanStatuses.find((known) => known === text);
  if (field === 'status' && status) return t(`visit.status.${status}`);
  const level = relationshipLevels.find((known) => known === text);
  if (field === 'relationshipLevel' && level) return t(`relationshipLevel.${level}`);
  const kind = anniversaryKinds.find((known) => known === text);
  if (field === 'kind' && kind) return t(`anniversary.kind.${kind}`);
  const calendar = anniversaryCalendars.find((known) => known === text);
  if (field === 'calendar' && calendar) return t(`anniversary.calendar.${calendar}`);
  const role = roles.find((known) => known === text);
  if (field === 'role' && role) return t(`role.${role}`);
  return text;
}

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
