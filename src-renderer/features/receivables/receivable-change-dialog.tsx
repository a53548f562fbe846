import { Modal } from 'antd';
import type { ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { closeMoneyRequest, type ReceivableChange } from '../../state/money-request.ts';
import { moneyText } from '../../text/money-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { AmountForm } from './amount-form.tsx';
import { DisputeForm, DueForm, VoidForm, WriteOffForm } from './change-forms.tsx';
import styles from './receivables.module.css';

interface Props {
  readonly receivable: ReceivableView;
  readonly change: ReceivableChange;
}

/** One change of a debt that stands, and what it does to what settled it. */
export function ReceivableChangeDialog({ receivable, change }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const title = `${t(`money.change.${change}`)} · ${receivableText(words, receivable)}`;
  const Form = forms[change];
  return (
    <Modal
      open
      width={480}
      style={{ top: 96 }}
      title={title}
      footer={null}
      mask={{ closable: false }}
      onCancel={closeMoneyRequest}
    >
      <p className={styles.about}>
        {t('receivable.about', {
          amount: moneyText(receivable.amountFen),
          open: moneyText(receivable.openFen),
          due: receivableDueText(words, receivable).text,
        })}
      </p>
      <Form receivable={receivable} onDone={closeMoneyRequest} />
    </Modal>
  );
}

const forms = {
  amount: AmountForm,
  due: DueForm,
  dispute: DisputeForm,
  writeOff: WriteOffForm,
  void: VoidForm,
} satisfies Readonly<Record<ReceivableChange, unknown>>;
