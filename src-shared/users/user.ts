import { z } from 'zod';
import { requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { type Role, roles } from './rights.ts';

export const userFieldsSchema = z.object({ name: requiredText(30), role: z.enum(roles) });
export type UserFields = z.output<typeof userFieldsSchema>;

export interface User {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  /** No longer with the firm: kept for the history, owns nothing new. */
  readonly isGone: boolean;
  /** Live customers they own. */
  readonly customerCount: number;
}
