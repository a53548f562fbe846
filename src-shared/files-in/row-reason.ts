import type { ImportNotice, ImportProblem, SkipReason } from './import-problem.ts';

/** Why a whole row is new, an update, left out, refused or asked about; cells have their own ImportProblem. */
export type RowReason =
  | SkipReason['kind']
  /** nothing in it differs from the book */
  | 'no_change'
  /** the user said so */
  | 'left_out'
  /** joined an earlier row: as a further contact, as a line of an order */
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
  | 'not_yours'
  /** no customer of that name, code or phone */
  | 'unknown_customer'
  /** the book has it: the same number, or the same customer, day and amount */
  | 'already_there'
  /** the number is another's in the book, or says something else there */
  | 'number_taken'
  /** an earlier row says the same, and no number tells them apart: two of them? */
  | 'twice_in_file'
  /** another row of the same order cannot be read: half an order is none */
  | 'order_incomplete'
  /** one number, two customers or two days */
  | 'order_contradicts'
  /** the lines are not the total of the order */
  | 'total_differs'
  /** goods that came back, all in all */
  | 'is_a_return'
  /** money that would have come, or been owed, only after today */
  | 'dated_in_future'
  /** all is paid: nothing to take over */
  | 'nothing_owed';

/** All that the list beside the check grid counts. */
export type CountedReason = RowReason | ImportProblem | ImportNotice['kind'];
