import { AutoComplete, Button, type InputRef } from 'antd';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { CostFields, ServiceCostKind } from '../../src-shared/costs/costs-contract.ts';
import { useUsers } from '../ipc/use-current-user.ts';
import { recentCostWords, rememberCostWords } from '../state/recent-costs.ts';
import { readTypedAmount, typedMoney } from '../text/money-text.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import styles from './cost-entry.module.css';
import { DayPicker } from './day-picker.tsx';
import { MoneyField } from './money-field.tsx';

/** The keys that open the line, in the follow-up box and on an order. */
export const costKeys: Readonly<Record<ServiceCostKind, string>> = { service: 'alt+c', concession: 'alt+y' };

interface Props {
  readonly kind: ServiceCostKind;
  /** What is changed; null: a new one, of today. */
  readonly start: CostFields | null;
  /** True: the day can be chosen too. */
  readonly hasDay?: boolean;
  /** False: it could not be saved; what was typed stays. */
  readonly onAdd: (cost: CostFields) => boolean | Promise<boolean>;
  readonly onClose: () => void;
}

/** 成本 or 让利 in one line: how much, for what; Enter keeps it, Esc closes. Words used before are offered. */
export function CostEntry({ kind, start, hasDay = false, onAdd, onClose }: Props) {
  const { t, today } = useWindowWords();
  const userId = useUsers().current?.id ?? '';
  const [amount, setAmount] = useState(start === null ? '' : typedMoney(start.amountFen));
  const [what, setWhat] = useState(start?.what ?? '');
  const [on, setOn] = useState(start?.on ?? today);
  const [showsMissing, setShowsMissing] = useState(false);
  const amountField = useRef<InputRef>(null);
  const line = useRef<HTMLFieldSetElement>(null);
  const isKept = useRef(false);
  const isChoosing = useRef(false);
  const read = readTypedAmount(amount);
  const offered = [...new Set([...recentCostWords(userId, kind), ...t(`costs.offered.${kind}`).split('\n')])];
  const isBlank = amount.trim() === '' && what.trim() === '';
  const save = async () => {
    setShowsMissing(true);
    if (read.kind !== 'amount') return amountField.current?.focus();
    if (what.trim() === '') return line.current?.querySelector<HTMLInputElement>('[role=combobox]')?.focus();
    if (isKept.current) return;
    isKept.current = true;
    isKept.current = await onAdd({ kind, on, amountFen: read.fen, what: what.trim() });
    if (!isKept.current) return;
    rememberCostWords(userId, kind, what);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (['ArrowUp', 'ArrowDown'].includes(event.key)) isChoosing.current = true;
    if (event.altKey) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      // Nothing is begun here: the page's own Ctrl+Enter.
      if (isBlank && (event.ctrlKey || event.metaKey)) return;
      // Words reached by ↑ ↓ in the list are taken first, as anywhere; else Enter is that of the line.
      if (isChoosing.current && event.target.getAttribute('aria-expanded') === 'true') {
        isChoosing.current = false;
        return;
      }
      void save();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Who goes on to 保存 means what stands here to be saved too.
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const isLeft = !(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget);
    if (isLeft && start === null && !hasDay && read.kind === 'amount' && what.trim() !== '') void save();
  };
  return (
    <fieldset
      ref={line}
      className={styles.line}
      aria-label={t(`costs.kind.${kind}`)}
      onKeyDownCapture={onKeyDown}
      onBlur={onBlur}
    >
      <span className={styles.kind}>{t(`costs.kind.${kind}`)}</span>
      <span className={styles.amount}>
        <MoneyField
          label={t('costs.amount')}
          hasFocus
          field={amountField}
          typed={amount}
          problem={showsMissing && read.kind === 'empty' ? t('costs.amountMissing') : null}
          onType={setAmount}
        />
      </span>
      <AutoComplete
        size="small"
        className={styles.what ?? ''}
        aria-label={t('costs.what')}
        placeholder={t('costs.what')}
        value={what}
        maxLength={100}
        defaultActiveFirstOption={false}
        {...(showsMissing && what.trim() === '' ? { status: 'error' as const } : {})}
        options={offered.filter((known) => known.includes(what)).map((known) => ({ value: known }))}
        onChange={(text: string | undefined) => {
          isChoosing.current = false;
          setWhat(text ?? '');
        }}
      />
      {hasDay && (
        <span className={styles.day}>
          <DayPicker
            size="small"
            isClearable={false}
            label={t('money.on')}
            value={on}
            today={today}
            onChange={(day) => day && setOn(day)}
          />
        </span>
      )}
      <Button size="small" onClick={() => void save()}>
        {t(start === null ? 'loyalty.add' : 'action.save')}
      </Button>
    </fieldset>
  );
}
