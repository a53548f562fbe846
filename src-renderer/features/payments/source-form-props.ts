import type { PaymentRow } from '../../../src-shared/payments/payments-contract.ts';
import type { CustomerMoney } from '../../../src-shared/receivables/receivable-views.ts';

export interface SourceFormProps {
  readonly source: PaymentRow;
  /** Of its customer, as of today. */
  readonly money: CustomerMoney;
  readonly onDone: () => void;
}
