import fc from 'fast-check';
import { customerEdits, visitEdits } from './customer-edits.ts';
import type { Edit } from './edit-parts.ts';
import { moneyEdits } from './money-edits.ts';
import { salesEdits } from './sales-edits.ts';

/** Any one change of what the derived tables are made of. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(...customerEdits, ...visitEdits, ...moneyEdits, ...salesEdits);

/** One change of what warnings are made of, and of nothing that brings all warnings of a customer to date besides. */
export const aWarningEdit: fc.Arbitrary<Edit> = fc.oneof(...visitEdits, ...moneyEdits, ...salesEdits);
