import { pinSchema } from '../../../src-shared/users/user.ts';

export function isPin(typed: string): boolean {
  return pinSchema.safeParse(typed).success;
}
