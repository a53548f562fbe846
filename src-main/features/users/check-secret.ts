import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { matchesHash } from './pin-hash.ts';
import { SecretTries } from './secret-tries.ts';

const tries = new SecretTries(() => performance.now());

/**
 * Whether the PIN or code typed is the one stored. Tries are counted per `ofId`, a person or a book.
 * Errors: wrong_pin, also when none was typed (which is no try); too_many_tries with the seconds to wait as detail.
 */
export async function checkSecret(ofId: Id, typed: string | null, stored: string): Promise<Result<object, AppError>> {
  if (typed === null || typed === '') return err({ kind: 'conflict', reason: 'wrong_pin', otherId: ofId });
  const seconds = tries.waitSeconds(ofId);
  if (seconds > 0) return err({ kind: 'conflict', reason: 'too_many_tries', otherId: ofId, detail: `${seconds}` });
  tries.begin(ofId);
  if (!(await matchesHash(typed, stored))) return err({ kind: 'conflict', reason: 'wrong_pin', otherId: ofId });
  tries.right(ofId);
  return ok({});
}
