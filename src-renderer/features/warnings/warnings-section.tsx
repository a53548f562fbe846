import { Pin } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import type { WarnedCustomer } from '../../../src-shared/warnings/warnings-contract.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { countText, phoneText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { WarningActions } from './warning-actions.tsx';
import { warningText } from './warning-text.ts';
import styles from './warnings.module.css';

/** The one-line form under a warned customer. */
export interface WarningLine {
  readonly customerId: Id;
  readonly name: string;
  readonly isCall: boolean;
  readonly onClose: () => void;
}

interface Props {
  readonly customers: readonly WarnedCustomer[];
  readonly total: number;
  /** The customer in the pane. */
  readonly paneId: string | null;
  readonly onOpen: (customerId: Id) => void;
  readonly onShowAll: () => void;
  readonly onWinBack: () => void;
  /** 记跟进 in place; the page lends its form. */
  readonly lineFor: (line: WarningLine) => ReactNode;
}

/** 流失预警 on Today: who is slipping away, why, and what to do about it. */
export function WarningsSection(props: Props) {
  const { t } = useWindowWords();
  const { customers, total } = props;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const [line, setLine] = useState<{ readonly customerId: Id; readonly isCall: boolean } | null>(null);
  return (
    <section className={styles.section} id="today-warnings" aria-labelledby="today-warnings-title">
      <div className={styles.head}>
        <h2 className={styles.title} id="today-warnings-title">
          {t('warnings.title')}
        </h2>
        <span className={styles.count}>{t('today.visitCount', { count: total, shown: countText(total) })}</span>
        <button type="button" className={styles.link} onClick={props.onWinBack}>
          {t('warnings.winBack.title')}
        </button>
      </div>
      <ul className={styles.list}>
        {customers.map((customer, place) => (
          <WarnedLine
            key={customer.customerId}
            customer={customer}
            tier={tiers.find(({ id }) => id === customer.tierId) ?? null}
            isStop={place === 0}
            isOpen={customer.customerId === props.paneId}
            onOpen={() => props.onOpen(customer.customerId)}
            onFollow={(isCall) =>
              setLine((open) =>
                open?.customerId === customer.customerId && !isCall
                  ? null
                  : { customerId: customer.customerId, isCall },
              )
            }
            line={
              line?.customerId === customer.customerId &&
              props.lineFor({
                customerId: customer.customerId,
                name: customer.customerName,
                isCall: line.isCall,
                onClose: () => setLine(null),
              })
            }
          />
        ))}
      </ul>
      {total > customers.length && (
        <button type="button" className={styles.more} onClick={props.onShowAll}>
          {t('warnings.more', { count: total - customers.length, shown: countText(total - customers.length) })}
        </button>
      )}
    </section>
  );
}

interface LineProps {
  readonly customer: WarnedCustomer;
  readonly tier: Tier | null;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onFollow: (isCall: boolean) => void;
  readonly line: ReactNode;
}

function WarnedLine({ customer, tier, isStop, isOpen, onOpen, onFollow, line }: LineProps) {
  const words = useWindowWords();
  const { t } = words;
  const { customerId, customerName, ownerId, phone, contactName, warnings, isPinned } = customer;
  const mayFollow = useMay('follow_ups.edit', ownerId);
  return (
    <li
      className={styles.item}
      data-row={`warning:${customerId}`}
      data-customer={customerId}
      data-open={isOpen || undefined}
      data-line={line !== false || undefined}
    >
      <div className={styles.row}>
        <span className={styles.badge}>
          <TierBadge tier={tier} />
        </span>
        <div>
          <div className={styles.top}>
            <button
              type="button"
              className={styles.name}
              data-main
              tabIndex={isStop ? 0 : -1}
              title={customerName}
              onClick={onOpen}
            >
              {customerName}
              {isPinned && (
                <Pin className={styles.pin} size={12} strokeWidth={1.75} aria-label={t('warnings.pinned')} />
              )}
            </button>
            {phone !== null && (
              <span className={styles.phone} title={contactName ?? undefined}>
                {mayFollow ? (
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={t('warnings.callOf', { name: customerName, phone: phoneText(phone) })}
                    onClick={() => onFollow(true)}
                  >
                    {phoneText(phone)}
                  </button>
                ) : (
                  phoneText(phone)
                )}
                <CopyButton text={phone} />
              </span>
            )}
            {mayFollow && (
              <button
                type="button"
                className={styles.link}
                aria-label={t('today.tick', { name: customerName })}
                onClick={() => onFollow(false)}
              >
                {t('warnings.follow')}
              </button>
            )}
          </div>
          <ul className={styles.reasons}>
            {warnings.map((warning) => {
              const why = warningText(words, warning, tier?.name ?? null);
              return (
                <li key={warning.code} className={styles.reason}>
                  <span
                    className={styles.why}
                    data-money={warning.code === 'overdue' || warning.code === 'over_limit' || undefined}
                  >
                    {why}
                  </span>
                  {mayFollow && (
                    <WarningActions customerId={customerId} customerName={customerName} code={warning.code} why={why} />
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      </div>
      {line}
    </li>
  );
}
