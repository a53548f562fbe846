import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { fen } from '../../../src-shared/core/money.ts';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { creditKinds, type OrderForm, planKinds } from './order-draft.ts';
import styles from './order-form.module.css';
import type { OrderFormState } from './use-order-form.ts';

/** When it is to be paid: credit terms, and once, by rule or part by part. */
export function PlanFields({ form: state }: { readonly form: OrderFormState }) {
  const { t } = useWindowWords();
  const { form, credit, change } = state;
  const { plan } = form;
  const setPlan = (fields: Partial<OrderForm['plan']>) => change({ plan: { ...plan, ...fields } });
  const choosePlan = (kind: OrderForm['plan']['kind']) => {
    // Part by part begins with what stood there before.
    const parts =
      kind === 'parts' && plan.parts.length === 0
        ? (state.instalments ?? []).map((part, index) => ({
            key: `${index}`,
            dueOn: part.dueOn,
            amount: typedMoney(part.amountFen),
          }))
        : plan.parts;
    setPlan({ kind, parts: kind === 'parts' && parts.length === 0 ? [blankPart(parts)] : parts });
  };
  return (
    <>
      <FormField label={t('order.credit')}>
        <div className={styles.inline}>
          <ChoiceChips
            label={t('order.credit')}
            choices={creditKinds.map((key) => ({ key, label: t(`order.creditKind.${key}`) }))}
            value={credit.kind}
            onChange={(kind) =>
              change({ credit: { kind, days: kind === 'days' && credit.days === '0' ? '30' : credit.days } })
            }
          />
          {credit.kind !== 'cash' && (
            <span className={styles.days}>
              {credit.kind === 'month_end' && <span>+</span>}
              <Input
                size="small"
                className={styles.short ?? ''}
                inputMode="numeric"
                maxLength={4}
                aria-label={t('order.creditDays')}
                value={credit.days}
                onFocus={(event) => event.target.select()}
                onChange={(event) => change({ credit: { ...credit, days: event.target.value } })}
              />
              {t('order.days')}
            </span>
          )}
        </div>
      </FormField>
      <FormField label={t('order.plan')}>
        <ChoiceChips
          label={t('order.plan')}
          choices={planKinds.map((key) => ({ key, label: t(`order.planKind.${key}`) }))}
          value={plan.kind}
          onChange={choosePlan}
        />
      </FormField>
      {plan.kind === 'rule' && (
        <div className={styles.rule}>
          <div className={styles.ruleField}>
            {t('order.rule.share')}
            <Input
              size="small"
              className={styles.short ?? ''}
              inputMode="decimal"
              maxLength={6}
              suffix="%"
              aria-label={t('order.rule.share')}
              placeholder={t('order.rule.even')}
              value={plan.firstShare}
              onChange={(event) => setPlan({ firstShare: event.target.value })}
            />
          </div>
          <div className={styles.ruleField}>
            {t('order.rule.count')}
            <Input
              size="small"
              className={styles.short ?? ''}
              inputMode="numeric"
              maxLength={3}
              aria-label={t('order.rule.count')}
              value={plan.count}
              onChange={(event) => setPlan({ count: event.target.value })}
            />
          </div>
          <div className={styles.ruleField}>
            {t('order.rule.firstDue')}
            <DayPicker
              size="small"
              label={t('order.rule.firstDue')}
              value={plan.firstDueOn ?? state.dueOn}
              from={form.issuedOn}
              isClearable={false}
              onChange={(firstDueOn) => setPlan({ firstDueOn })}
            />
          </div>
        </div>
      )}
      {plan.kind === 'parts' && <Parts state={state} onChange={(parts) => setPlan({ parts })} />}
    </>
  );
}

type Part = OrderForm['plan']['parts'][number];

const mostParts = 120;

function blankPart(parts: readonly Part[]): Part {
  const next = 1 + Math.max(0, ...parts.map(({ key }) => Number(key) || 0));
  return { key: `${next}`, dueOn: null, amount: '' };
}

interface PartsProps {
  readonly state: OrderFormState;
  readonly onChange: (parts: Part[]) => void;
}

function Parts({ state, onChange }: PartsProps) {
  const { t } = useWindowWords();
  const { parts } = state.form.plan;
  const sum = parts.reduce((total, { amount }) => {
    const read = readTypedAmount(amount);
    return total + (read.kind === 'amount' ? read.fen : 0);
  }, 0);
  const rest = fen(state.amountFen - sum);
  const set = (key: string, fields: Partial<Part>) =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...fields } : part)));
  return (
    <fieldset className={styles.parts} aria-label={t('order.planKind.parts')}>
      {parts.map((part, index) => (
        <div key={part.key} className={styles.part}>
          <span className={styles.partNo}>{t('order.partNo', { no: index + 1 })}</span>
          <DayPicker
            size="small"
            label={t('order.partDue', { no: index + 1 })}
            value={part.dueOn}
            from={state.form.issuedOn}
            isClearable={false}
            onChange={(dueOn) => set(part.key, { dueOn })}
          />
          <MoneyField
            label={t('order.partAmount', { no: index + 1 })}
            typed={part.amount}
            onType={(amount) => set(part.key, { amount })}
          />
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            aria-label={t('order.removePart', { no: index + 1 })}
            icon={<X size={14} strokeWidth={1.75} aria-hidden />}
            disabled={parts.length === 1}
            onClick={() => onChange(parts.filter(({ key }) => key !== part.key))}
          />
        </div>
      ))}
      <div className={styles.part}>
        <Button
          size="small"
          type="text"
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          disabled={parts.length >= mostParts}
          onClick={() => onChange([...parts, { ...blankPart(parts), amount: rest > 0 ? typedMoney(rest) : '' }])}
        >
          {t('order.addPart')}
        </Button>
        <span className={styles.partRest} data-off={rest !== 0 || undefined} role="status">
          {rest === 0
            ? t('order.partsFit')
            : t(rest > 0 ? 'order.partsShort' : 'order.partsOver', { amount: moneyText(fen(Math.abs(rest))) })}
        </span>
      </div>
    </fieldset>
  );
}
