import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SameCustomerHint } from '../../../../src-shared/customers/same-customer-hint.ts';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { phoneText } from '../../../text/number-text.ts';
import styles from './new-customer.module.css';

interface Props {
  readonly hints: readonly SameCustomerHint[];
  readonly onOpen: (id: string) => void;
}

const shownAtMost = 3;

/** 可能已有这个客户: who, why, and the way there. 仍然新建 puts these away; others that turn up are shown again. */
export function SameCustomerList({ hints, onOpen }: Props) {
  const { t } = useTranslation();
  const { users } = useUsers();
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const shown = hints.filter((hint) => !putAway.has(hint.id)).slice(0, shownAtMost);
  return (
    <div aria-live="polite">
      {shown.length > 0 && (
        <section className={styles.same} aria-label={t('same.title')}>
          <p className={styles.sameTitle}>{t(`same.heading.${shown[0]?.certainty ?? 'possible'}`)}</p>
          <ul className={styles.sameList}>
            {shown.map((hint) => (
              <li key={hint.id} className={styles.sameRow}>
                <span className={styles.sameText}>
                  {hint.name}
                  <span className={styles.small}>
                    {[
                      hint.contactName,
                      hint.phone === null ? null : phoneText(hint.phone),
                      users.find((user) => user.id === hint.ownerId)?.name ?? null,
                      hint.isInBin ? t('same.inBin') : null,
                      hint.reasons.map((reason) => t(`same.reason.${reason}`)).join(t('filter.separator')),
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </span>
                <Button size="small" onClick={() => onOpen(hint.id)}>
                  {t('same.open')}
                </Button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className={styles.stillNew}
            onClick={() => setPutAway(new Set([...putAway, ...hints.map((hint) => hint.id)]))}
          >
            {t('same.stillNew')}
          </button>
        </section>
      )}
    </div>
  );
}
