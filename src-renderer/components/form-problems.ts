import type { TFunction } from 'i18next';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { fieldErrorText } from '../ipc/error-text.ts';

/**
 * The sentence for one field of a form, or null. The main process names a field by its path in the input
 * (`contact.name`, `customer.uscc`); the last part is the form's.
 */
export function problemOf(t: TFunction, error: AppError | null, field: string): string | null {
  if (error?.kind !== 'validation') return null;
  const found = error.fields.find((entry) => entry.field === field || entry.field.endsWith(`.${field}`));
  return found ? fieldErrorText(t, found) : null;
}
