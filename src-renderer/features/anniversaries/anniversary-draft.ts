import { z } from 'zod';
import type { AnniversaryFields } from '../../../src-shared/anniversaries/anniversaries-contract.ts';
import { longestMonth } from '../../../src-shared/anniversaries/anniversaries-contract.ts';
import {
  type Anniversary,
  type AnniversaryDate,
  anniversaryCalendars,
  anniversaryKinds,
} from '../../../src-shared/anniversaries/anniversary.ts';
import { idField } from '../../../src-shared/core/fields.ts';

/** As the form holds it: month and day may be missing while one types. */
export const anniversaryDraftSchema = z.object({
  contactId: idField.nullable(),
  kind: z.enum(anniversaryKinds),
  title: z.string(),
  calendar: z.enum(anniversaryCalendars),
  year: z.number().nullable(),
  month: z.number().nullable(),
  day: z.number().nullable(),
  isLeapMonth: z.boolean(),
});
export type AnniversaryDraft = z.output<typeof anniversaryDraftSchema>;

export function blankDraft(contactId: AnniversaryDraft['contactId']): AnniversaryDraft {
  return {
    contactId,
    kind: contactId === null ? 'founding' : 'birthday',
    title: '',
    calendar: 'solar',
    year: null,
    month: null,
    day: null,
    isLeapMonth: false,
  };
}

export function draftOf(anniversary: Anniversary): AnniversaryDraft {
  const { contactId, kind, title, calendar, year, month, day, isLeapMonth } = anniversary;
  return { contactId, kind, title: title ?? '', calendar, year, month, day, isLeapMonth };
}

/** Null while month or day is missing. */
export function fieldsOf(draft: AnniversaryDraft): AnniversaryFields | null {
  const { month, day } = draft;
  if (month === null || day === null) return null;
  return {
    ...draft,
    month,
    day,
    title: draft.title.trim() === '' ? null : draft.title.trim(),
    isLeapMonth: draft.calendar === 'lunar' && draft.isLeapMonth,
  };
}

/** What its next coming can be said of: null while incomplete, or while there is no such day. */
export function dateOf(draft: AnniversaryDraft): AnniversaryDate | null {
  const fields = fieldsOf(draft);
  if (!fields || fields.day > longestMonth(fields.calendar, fields.year, fields.month)) return null;
  return fields;
}
