import { Button, Checkbox, Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { CustomerField } from '../../components/customer-field.tsx';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { PersonField } from '../../components/person-field.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { closeMoneyRequest } from '../../state/money-request.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './payment-dialog.module.css';
import { PaymentOutcome } from './payment-outcome.tsx';
import { SpreadTable } from './spread-table.tsx';
import { type PaymentForm, usePaymentForm } from './use-payment-form.ts';

interface Props {
  readonly customerId: Id | null;
  readonly receivableId: Id | null;
}

/**
 * 记回款. Started from a debt it is filled in already, and Enter saves it as it stands; else Enter moves on. Ctrl+Enter
 * saves from anywhere.
 */
export function PaymentDialog({ customerId, receivableId }: Props) {
  const { t } = useWindowWords();
  const form = usePaymentForm({ customerId, receivableId, onDone: closeMoneyRequest });
  const amountField = useRef<InputRef>(null);
  const close = () => {
    form.discard();
    closeMoneyRequest();
  };
  const save = () => {
    void form.save();
    if (form.customer !== null && form.amountFen === null) amountField.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return;
    const combo = comboOf(event);
    const isConfirming = combo === 'enter' && form.isUntouched && event.target instanceof HTMLInputElement;
    if (combo !== 'mod+enter' && combo !== 'mod+s' && !isConfirming) return moveOnEnter(event);
    event.preventDefault();
    event.stopPropagation();
    // The Enter that opened this dialog may still be held: it saves nothing unseen.
    if (!event.repeat) save();
  };
  return (
    <Modal
      open
      width={680}
      style={{ top: 56 }}
      title={
        customerId === null || form.customer?.name === ''
          ? t('payment.title')
          : t('payment.titleFor', { name: form.customer?.name ?? '' })
      }
      footer={null}
      mask={{ closable: false }}
      onCancel={close}
      // Over another dialog the caret would stay there.
      afterOpenChange={(isOpen) => isOpen && customerId !== null && amountField.current?.focus()}
    >
      <form
        className={styles.form}
        aria-label={t('payment.title')}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={onKeyDown}
      >
        {customerId === null && (
          <FormField label={t('money.customer')} isRequired problem={problemOf(t, form.error, 'customerId')}>
            <CustomerField
              label={t('money.customer')}
              right="money.edit"
              value={form.customer}
              hasFocus
              onChange={(customer) => {
                form.change({ customer, parts: null });
                amountField.current?.focus();
              }}
            />
          </FormField>
        )}
        <MainFields form={form} amountField={amountField} hasFocus={customerId !== null} />
        {form.loadError ? (
          <p className={styles.problem} role="alert">
            {errorText(t, toAppError(form.loadError))}
          </p>
        ) : (
          <Spread form={form} />
        )}
        <div className={styles.foot}>
          <span className={styles.kept} role="status">
            {form.isKept && t('followUp.draftKept')}
          </span>
          <Button size="small" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button size="small" type="primary" htmlType="submit" loading={form.isSaving}>
            {t('payment.save')}
            <KeyHint combo={form.isUntouched ? 'enter' : 'mod+enter'} onSolid />
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface MainFieldsProps {
  readonly form: PaymentForm;
  readonly amountField: RefObject<InputRef | null>;
  readonly hasFocus: boolean;
}

function MainFields({ form, amountField, hasFocus }: MainFieldsProps) {
  const { t, today } = useWindowWords();
  const { typed, change, error } = form;
  return (
    <>
      <div className={styles.pair}>
        <FormField label={t('payment.amount')} isRequired problem={problemOf(t, error, 'amountFen')}>
          <MoneyField
            label={t('payment.amount')}
            field={amountField}
            hasFocus={hasFocus}
            typed={form.amount}
            onType={(amount) => change({ amount })}
          />
        </FormField>
        <FormField label={t('payment.receivedOn')} problem={problemOf(t, error, 'receivedOn')}>
          <DayPicker
            size="small"
            label={t('payment.receivedOn')}
            value={typed.receivedOn}
            upTo={today}
            isClearable={false}
            presets={[{ label: t('day.today'), day: today }]}
            onChange={(receivedOn) => receivedOn && change({ receivedOn })}
          />
        </FormField>
      </div>
      <FormField label={t('payment.method')} problem={problemOf(t, error, 'method')}>
        <ChoiceChips
          label={t('payment.method')}
          choices={paymentMethods.map((key) => ({ key, label: t(`money.method.${key}`) }))}
          value={typed.method}
          onChange={(method) => change({ method })}
        />
      </FormField>
      {typed.method === 'acceptance_bill' && (
        <div className={styles.pair}>
          <FormField label={t('payment.billNo')} problem={problemOf(t, error, 'billNo')}>
            <Input
              size="small"
              aria-label={t('payment.billNo')}
              value={typed.billNo}
              maxLength={60}
              onChange={(event) => change({ billNo: event.target.value })}
            />
          </FormField>
          <FormField label={t('payment.billDueOn')} isRequired problem={problemOf(t, error, 'billDueOn')}>
            <DayPicker
              size="small"
              label={t('payment.billDueOn')}
              value={typed.billDueOn}
              onChange={(billDueOn) => change({ billDueOn })}
            />
          </FormField>
        </div>
      )}
      <div className={styles.pair}>
        <FormField label={t('payment.reference')} problem={problemOf(t, error, 'reference')}>
          <Input
            size="small"
            aria-label={t('payment.reference')}
            value={typed.reference}
            maxLength={100}
            onChange={(event) => change({ reference: event.target.value })}
          />
        </FormField>
        <FormField label={t('payment.collectedBy')} problem={problemOf(t, error, 'collectedById')}>
          <PersonField
            label={t('payment.collectedBy')}
            nobody={t('payment.nobody')}
            value={typed.collectedById}
            onChange={(collectedById) => change({ collectedById })}
          />
        </FormField>
      </div>
      <div className={styles.pair}>
        <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
          <Input
            size="small"
            aria-label={t('field.note')}
            value={typed.note}
            maxLength={500}
            onChange={(event) => change({ note: event.target.value })}
          />
        </FormField>
        <span className={styles.deposit}>
          <Checkbox checked={typed.isDeposit} onChange={(event) => change({ isDeposit: event.target.checked })}>
            {t('payment.isDeposit')}
          </Checkbox>
        </span>
      </div>
    </>
  );
}

/** The debts, and what is left over; the place is kept before they are known. */
function Spread({ form }: { readonly form: PaymentForm }) {
  const { t } = useWindowWords();
  return (
    <div className={styles.spread}>
      <div className={styles.lines}>
        {form.customer === null && <p className={styles.quiet}>{t('payment.chooseFirst')}</p>}
        {form.customer !== null && !form.isLoading && form.lines.length === 0 && (
          <p className={styles.quiet}>{t('payment.nothingOpen')}</p>
        )}
        {form.typed.isDeposit && form.lines.length > 0 && <p className={styles.quiet}>{t('payment.depositWords')}</p>}
        {!form.typed.isDeposit && form.lines.length > 0 && (
          <SpreadTable
            debts={form.lines.map(({ receivable }) => receivable)}
            parts={form.parts}
            isByHand={form.hand !== null}
            isNamedFirst={form.started !== null}
            beyondOpen={form.hand?.beyondOpen ?? new Set()}
            onPart={form.changePart}
            onSpreadAlone={form.spreadAlone}
          />
        )}
      </div>
      <PaymentOutcome
        amountFen={form.amountFen}
        restFen={form.typed.isDeposit ? form.amountFen : form.restFen}
        prepaidFen={form.prepaidFen}
      />
    </div>
  );
}
