import { useTranslation } from 'react-i18next';
import type { Id } from '../../src-shared/core/id.ts';
import { useMay } from '../ipc/use-current-user.ts';
import { askMoney } from '../state/money-request.ts';
import styles from './list-table.module.css';

interface Props {
  readonly customerId: Id;
  /** Settle this debt first. */
  readonly receivableId?: Id;
  /** Of the customer; null: nobody's. */
  readonly ownerId: Id | null;
  /** What is paid, for those who hear the button only. */
  readonly of: string;
  /** -1: reached with the arrows of its list, not with Tab. */
  readonly tabIndex?: 0 | -1;
}

/** 记回款 on a line: one click opens the form filled in. Not there for those who may not record money. */
export function PayLink({ customerId, receivableId, ownerId, of, tabIndex = 0 }: Props) {
  const { t } = useTranslation();
  if (!useMay('money.edit', ownerId)) return null;
  return (
    <button
      type="button"
      className={styles.link}
      tabIndex={tabIndex}
      aria-label={t('money.payFor', { name: of })}
      onClick={() => askMoney({ kind: 'payment', customerId, ...(receivableId ? { receivableId } : {}) })}
    >
      {t('money.payLink')}
    </button>
  );
}
