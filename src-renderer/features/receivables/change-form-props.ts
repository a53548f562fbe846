import type { ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';

export interface ChangeFormProps {
  readonly receivable: ReceivableView;
  readonly onDone: () => void;
}
