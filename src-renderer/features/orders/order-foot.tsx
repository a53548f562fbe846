import { Button } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { fen } from '../../../src-shared/core/money.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { errorText } from '../../ipc/error-text.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { breachText } from './breach-text.ts';
import { typedPrepayment } from './order-draft.ts';
import styles from './order-form.module.css';
import type { OrderFormState } from './use-order-form.ts';

const instalmentsNamed = 3;

/** What the order comes to: sum, when it is due, what is paid at once, which limits it passes. */
export function OrderFoot({ form, onCancel }: { readonly form: OrderFormState; readonly onCancel: () => void }) {
  const words = useWindowWords();
  const { t } = words;
  const { amountFen, instalments, check } = form;
  const paidFen = fen(typedPrepayment(form.used).reduce((sum, use) => sum + use.amountFen, 0) + (form.takenFen ?? 0));
  const breaches = check?.breaches ?? [];
  const shown = instalments ?? [];
  const due = shown
    .slice(0, instalmentsNamed)
    .map((part) =>
      shown.length === 1
        ? dayText(words, part.dueOn)
        : t('order.duePart', { day: dayText(words, part.dueOn), amount: moneyText(part.amountFen) }),
    )
    .join(t('filter.separator'));
  const said = form.problem ?? (form.error?.kind === 'validation' ? errorText(t, form.error) : null);
  return (
    <footer className={styles.foot}>
      {breaches.length > 0 && (
        <ul className={styles.breaches} aria-label={t('order.approval.breaches')}>
          {breaches.map((breach) => (
            <li key={'of' in breach ? `${breach.code} ${breach.of}` : breach.code}>
              <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
              {breachText(words, breach)}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.totals}>
        <span className={styles.due}>
          {amountFen > 0 && due !== '' && t('order.dueWords', { due })}
          {shown.length > instalmentsNamed && t('order.dueMore', { count: shown.length })}
          {paidFen > 0 && <span className={styles.paid}>{t('order.paidWords', { amount: moneyText(paidFen) })}</span>}
          {said !== null && (
            <span className={styles.problem} role="alert">
              {said}
            </span>
          )}
        </span>
        <span className={styles.kept} role="status">
          {form.isKept && t('followUp.draftKept')}
        </span>
        <span className={styles.total}>
          {t('order.total')}
          <output aria-label={t('order.total')}>
            <MoneyText amount={amountFen} isStrong />
          </output>
        </span>
        <Button size="small" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" loading={form.isSaving} onClick={() => void form.submit()}>
          {t('action.save')}
          <KeyHint combo="mod+enter" onSolid />
        </Button>
      </div>
    </footer>
  );
}
