import type { TFunction } from 'i18next';
import type { AppError, FieldError } from '../../src-shared/core/app-error.ts';
import { assertNever } from '../../src-shared/core/assert-never.ts';

/** The sentence for a failure: what happened and what to do about it. */
export function errorText(t: TFunction, error: AppError): string {
  switch (error.kind) {
    case 'validation': {
      const first = error.fields[0];
      return first ? fieldErrorText(t, first) : t('error.validation');
    }
    case 'not_found':
      return t('error.notFound');
    case 'conflict':
      return t(`error.conflict.${error.reason}`, { detail: error.detail ?? '' });
    case 'forbidden':
      return t('error.forbidden', { right: t(`right.${rightKey(error.right)}`) });
    case 'cancelled':
      return t('error.cancelled');
    case 'storage':
      return t(`error.storage.${error.reason}`, { detail: error.detail ?? '' });
    case 'internal':
      return error.logRef === '' ? t('error.lostMain') : t('error.internal', { logRef: error.logRef });
    default:
      return assertNever(error);
  }
}

/** The sentence for one field that cannot stay as typed. */
export function fieldErrorText(t: TFunction, error: FieldError): string {
  return t(`error.field.${error.problem}`);
}

type Dashed<S extends string> = S extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : S;

/** Dots part the levels of the catalogue, so a right's own dot becomes a dash there. */
function rightKey<R extends string>(right: R): Dashed<R> {
  // Safe: the type says what the replacement does.
  return right.replace('.', '_') as Dashed<R>;
}
