import { z } from 'zod';
import { requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { type Role, roles } from './rights.ts';

export const userFieldsSchema = z.object({ name: requiredText(30), role: z.enum(roles) });
export type UserFields = z.output<typeof userFieldsSchema>;

/** 4–12 digits. A courtesy lock for colleagues at one PC, not encryption: whoever has the file can read it. */
export const pinSchema = z.string().regex(/^\d{4,12}$/, { message: 'invalid' });

/** A PIN or code as somebody typed it to be let through; whatever it is, only the right one is. */
export const typedSecret = z.string().max(40);

export interface User {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  /** No longer with the firm: kept for the history, owns nothing new. */
  readonly isGone: boolean;
  readonly hasPin: boolean;
  /** Live customers they own. */
  readonly customerCount: number;
}
