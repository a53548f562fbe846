import type { ImportNotice, ImportProblem, SkipReason } from './import-problem.ts';

/** Why a whole row is new, an update, left out, refused or asked about; cells have their own ImportProblem. */
export type RowReason =
  | SkipReason['kind']
  /** nothing in it differs from the book */
  | 'no_change'
  /** the user said so */
  | 'left_out'
  /** joined an earlier row as a further contact */
  | 'folded'
  /** shares a name or a phone with a customer of the book: the same one? */
  | 'may_be_known'
  /** the key that was chosen fits several customers: which one? */
  | 'several_known'
  /** only customers in the bin fit */
  | 'in_bin'
  /** an earlier row of the file has the same name and contradicts it */
  | 'same_name_in_file'
  /** the customer belongs to a colleague, and the user may change only their own */
  | 'not_yours';

/** All that the list beside the check grid counts. */
export type CountedReason = RowReason | ImportProblem | ImportNotice['kind'];
