import { X } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { CustomerField } from '../../components/customer-field.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';
import type { JudgedCustomer } from './loyalty-panel.tsx';
import type { ReadLoyalty } from './part-fact.ts';

interface Props {
  readonly customer: JudgedCustomer;
  readonly read: ReadLoyalty;
  readonly mayEdit: boolean;
}

/** 介绍人 and whom he brought; each opens. */
export function ReferralFields({ customer, read, mayEdit }: Props) {
  const { t } = useWindowWords();
  const [isAsking, setAsking] = useState(false);
  const save = (referredById: Id | null) => {
    setAsking(false);
    void reported(
      client.customers.update({ id: customer.id, fields: { referredById }, seenAt: customer.seenAt }),
      t('pane.changed', { field: t('loyalty.referredBy') }),
    );
  };
  const { referredBy, referrals } = read;
  return (
    <section className={styles.section} aria-label={t('loyalty.referral')}>
      <div className={styles.field}>
        <span className={styles.label}>{t('loyalty.referredBy')}</span>
        {isAsking ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: Esc of the one field in it
          <span
            className={styles.wide}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setAsking(false);
            }}
          >
            <CustomerField
              label={t('loyalty.referredBy')}
              value={null}
              right="customers.read"
              hasFocus
              onChange={({ id }) => save(id)}
            />
          </span>
        ) : referredBy === null ? (
          <span className={styles.hint}>{t('pane.notKnown')}</span>
        ) : (
          <button type="button" className={styles.link} onClick={() => openCustomer(referredBy.id)}>
            {referredBy.name}
          </button>
        )}
        {mayEdit && (
          <span className={styles.tools}>
            <button type="button" className={styles.link} onClick={() => setAsking(!isAsking)}>
              {t(
                isAsking ? 'action.cancel' : referredBy === null ? 'loyalty.chooseReferrer' : 'loyalty.changeReferrer',
              )}
            </button>
            {referredBy !== null && !isAsking && (
              <button
                type="button"
                className={styles.icon}
                aria-label={t('loyalty.noReferrer')}
                title={t('loyalty.noReferrer')}
                onClick={() => save(null)}
              >
                <X size={12} strokeWidth={1.75} aria-hidden />
              </button>
            )}
          </span>
        )}
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{t('loyalty.referrals')}</span>
        {referrals.length === 0 ? (
          <span className={styles.hint}>{t('loyalty.noReferrals')}</span>
        ) : (
          <span className={styles.names}>
            {referrals.map(({ id, name }) => (
              <button key={id} type="button" className={styles.link} onClick={() => openCustomer(id)}>
                {name}
              </button>
            ))}
          </span>
        )}
      </div>
    </section>
  );
}
