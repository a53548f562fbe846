import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';
import { PartBar } from './part-bar.tsx';
import { bookParts, partFact, type ReadLoyalty } from './part-fact.ts';
import { RatingsForm } from './ratings-form.tsx';
import { ReferralFields } from './referral-fields.tsx';
import { RelationshipField } from './relationship-field.tsx';
import { RivalLog } from './rival-log.tsx';

export interface JudgedCustomer {
  readonly id: Id;
  readonly ownerId: Id | null;
  readonly tierId: Id | null;
  readonly deletedAt: Instant | null;
  readonly seenAt: Instant;
}

/** 忠诚度 of a customer: how loyal and why one says so, what people judge, who brought whom, rivals, how close we stand. */
export function LoyaltyPanel({ customer }: { readonly customer: JudgedCustomer }) {
  const { t } = useWindowWords();
  const read = useRead('loyalty', 'get', { customerId: customer.id });
  const isReadOnly = !useMay('follow_ups.edit', customer.ownerId) || customer.deletedAt !== null;
  const mayEdit = useMay('customers.edit', customer.ownerId) && customer.deletedAt === null;
  if (read.error !== null) return <EmptyState title={errorText(t, toAppError(read.error))} />;
  if (!read.data) return null;
  return (
    <div className={styles.panel}>
      <Score read={read.data} />
      <RatingsForm customerId={customer.id} read={read.data} isReadOnly={isReadOnly} />
      <RelationshipField customer={customer} read={read.data} mayEdit={mayEdit} />
      <ReferralFields customer={customer} read={read.data} mayEdit={mayEdit} />
      <RivalLog customerId={customer.id} rivals={read.data.rivals} isReadOnly={isReadOnly} />
    </div>
  );
}

/** The figure, and what the book itself knows behind it. */
function Score({ read }: { readonly read: ReadLoyalty }) {
  const words = useWindowWords();
  const { t } = words;
  const { loyalty } = read;
  const known = Object.values(loyalty.parts).filter((points) => points !== null).length;
  return (
    <section className={styles.section} aria-label={t('loyalty.title')}>
      <p className={styles.total}>
        <output className={styles.figure} aria-label={t('loyalty.title')}>
          {loyalty.total === null ? '—' : Math.round(loyalty.total)}
        </output>
        <span className={styles.hint}>
          {loyalty.total === null
            ? t('loyalty.nothingKnown')
            : t('loyalty.meanOf', { count: known, of: Object.keys(loyalty.parts).length })}
        </span>
      </p>
      <ul className={styles.parts}>
        {bookParts.map((part) => (
          <li key={part} className={styles.part}>
            <span className={styles.label}>{t(`loyalty.part.${part}`)}</span>
            <span className={styles.fact} data-unknown={loyalty.parts[part] === null || undefined}>
              {partFact(words, part, read)}
            </span>
            <PartBar points={loyalty.parts[part]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
