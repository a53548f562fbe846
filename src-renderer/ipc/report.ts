import i18next from 'i18next';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../src-shared/history/change-outcome.ts';
import { notifyDone, notifyProblem } from '../state/toasts.ts';
import { toAppError } from './app-problem.ts';
import { errorText } from './error-text.ts';

/**
 * Awaits a write and tells the user: `said` with 撤销 when it worked, the reason when it did not.
 * Returns the value, or null after a failure has been said. `about`: of writes that follow each other quickly only the
 * last is said (state/toasts.ts).
 */
export async function reported<T extends ChangeOutcome>(
  write: Promise<Result<T, AppError>>,
  said: string | ((value: T) => string),
  about: string | null = null,
): Promise<T | null> {
  const done = await settled(write);
  if (!done.ok) {
    sayError(done.error);
    return null;
  }
  if (done.value.batchId !== null) {
    notifyDone(typeof said === 'string' ? said : said(done.value), done.value.batchId, null, about);
  }
  return done.value;
}

/** A call that is rejected (the main process is gone) becomes an error like every other. */
export async function settled<T>(call: Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await call;
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) };
  }
}

/** Says an error in a toast; what the user cancelled himself needs no words. */
export function sayError(error: AppError): void {
  if (error.kind !== 'cancelled') notifyProblem(errorText(i18next.t, error));
}
