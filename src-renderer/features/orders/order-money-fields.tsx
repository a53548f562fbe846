import { Checkbox, Input } from 'antd';
import { fen } from '../../../src-shared/core/money.ts';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { dayText } from '../../text/day-text.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { OrderForm } from './order-draft.ts';
import styles from './order-form.module.css';
import type { OrderFormState } from './use-order-form.ts';

/** Prepayment that settles the order, proposed whole; and money taken with it. */
export function OrderMoneyFields({ form: state }: { readonly form: OrderFormState }) {
  const words = useWindowWords();
  const { t } = words;
  const { form, prepayments, used, change } = state;
  const { payment } = form;
  const setPayment = (fields: Partial<OrderForm['payment']>) => change({ payment: { ...payment, ...fields } });
  const neededFen = fen(Math.round((state.amountFen * state.neededDepositBp) / 10_000));
  return (
    <>
      {prepayments.length > 0 && (
        <FormField label={t('order.prepayment')}>
          <fieldset className={styles.parts} aria-label={t('order.prepayment')}>
            {prepayments.map((each) => {
              const name = t(each.isDeposit ? 'order.depositOf' : 'order.prepaymentOf', {
                day: dayText(words, each.on),
                left: moneyText(each.leftFen),
              });
              const typed = used[each.sourceId] ?? '';
              const read = readTypedAmount(typed);
              const isBeyond = read.kind === 'amount' && read.fen > each.leftFen;
              return (
                <div key={each.sourceId} className={styles.use}>
                  <Checkbox
                    checked={typed !== ''}
                    onChange={(event) =>
                      change({
                        usePrepayment: {
                          ...used,
                          [each.sourceId]: event.target.checked
                            ? typedMoney(fen(Math.min(each.leftFen, Math.max(each.proposedFen, state.amountFen))))
                            : '',
                        },
                      })
                    }
                  >
                    {name}
                  </Checkbox>
                  <MoneyField
                    label={t('order.useOf', { name })}
                    typed={typed}
                    placeholder="—"
                    problem={isBeyond ? t('order.beyondLeft') : null}
                    onType={(text) => change({ usePrepayment: { ...used, [each.sourceId]: text } })}
                  />
                </div>
              );
            })}
          </fieldset>
        </FormField>
      )}
      <FormField label={t('order.takeNow')}>
        <div className={styles.take}>
          <Checkbox
            checked={payment.isTaken}
            onChange={(event) =>
              setPayment({
                isTaken: event.target.checked,
                amount: payment.amount === '' && neededFen > 0 ? typedMoney(neededFen) : payment.amount,
              })
            }
          >
            {t('order.takeNowWords')}
          </Checkbox>
          {payment.isTaken && (
            <>
              <MoneyField
                label={t('order.takenAmount')}
                hasFocus
                typed={payment.amount}
                onType={(amount) => setPayment({ amount })}
              />
              <ChoiceChips
                label={t('payment.method')}
                choices={paymentMethods.map((key) => ({ key, label: t(`money.method.${key}`) }))}
                value={payment.method}
                onChange={(method) => setPayment({ method })}
              />
              {payment.method === 'acceptance_bill' && (
                <div className={styles.inline}>
                  <Input
                    size="small"
                    aria-label={t('payment.billNo')}
                    placeholder={t('payment.billNo')}
                    maxLength={60}
                    value={payment.billNo}
                    onChange={(event) => setPayment({ billNo: event.target.value })}
                  />
                  <DayPicker
                    size="small"
                    label={t('payment.billDueOn')}
                    placeholder={t('payment.billDueOn')}
                    value={payment.billDueOn}
                    onChange={(billDueOn) => setPayment({ billDueOn })}
                  />
                </div>
              )}
            </>
          )}
        </div>
      </FormField>
    </>
  );
}
