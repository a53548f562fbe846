import { z } from 'zod';
import { idField } from '../../../src-shared/core/fields.ts';
import type { Id } from '../../../src-shared/core/id.ts';

export const colourings = ['tier', 'person', 'status'] as const;
export type Colouring = (typeof colourings)[number];

/** Whose plans are shown: everybody's, one's own with those of nobody, or those of some persons. */
export const personChoiceSchema = z.union([
  z.literal('all'),
  z.literal('mine'),
  z.array(idField.or(z.literal('none'))).min(1),
]);
export type PersonChoice = z.output<typeof personChoiceSchema>;

/** What can be taken off the calendar; what is planned is always on it. */
export const optionalLayers = ['done', 'missed', 'cancelled', 'due', 'anniversaries', 'holidays', 'lunar'] as const;
export type OptionalLayer = (typeof optionalLayers)[number];

export const calendarLookSchema = z.object({
  colouring: z.enum(colourings),
  hidden: z.array(z.enum(optionalLayers)),
});
export type CalendarLook = z.output<typeof calendarLookSchema>;

/** What did not take place is out of the way until asked for. */
export const firstLook: CalendarLook = { colouring: 'tier', hidden: ['missed', 'cancelled'] };

/** The choice as the contract takes it; absent: everybody. */
export function personsOf(choice: PersonChoice, currentId: Id | null): readonly (Id | 'none')[] | undefined {
  if (choice === 'all') return undefined;
  if (choice === 'mine') return currentId === null ? ['none'] : [currentId, 'none'];
  return choice;
}
