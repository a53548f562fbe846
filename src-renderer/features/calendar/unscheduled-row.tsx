import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { DueCustomer } from '../../../src-shared/visits/visit-entry.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { shortDayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { droppableCustomer } from './calendar-chips.ts';
import styles from './unscheduled-list.module.css';

/** A customer of the list: due by cadence, or found by the search and perhaps planned already. */
export interface UnscheduledCustomer
  extends Pick<DueCustomer, 'customerId' | 'name' | 'shortName' | 'tierId' | 'ownerId' | 'district'> {
  readonly customerId: Id;
  readonly dueOn: CalendarDate | null;
  readonly plannedOn?: CalendarDate | null;
}

interface Props {
  readonly customer: UnscheduledCustomer;
  readonly isStop: boolean;
  readonly onPlan: (customer: UnscheduledCustomer) => void;
}

export function UnscheduledRow({ customer, isStop, onPlan }: Props) {
  const { t } = useWindowWords();
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const owner = users.find((user) => user.id === customer.ownerId)?.name;
  return (
    <li {...droppableCustomer({ customerId: customer.customerId, name: customer.shortName ?? customer.name })}>
      <button
        type="button"
        data-row
        className={styles.row}
        tabIndex={isStop ? 0 : -1}
        title={t('calendar.unscheduled.rowHint')}
        onDoubleClick={() => onPlan(customer)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onPlan(customer);
        }}
      >
        <span className={styles.tier}>
          <TierBadge tier={tiers.find((tier) => tier.id === customer.tierId) ?? null} />
        </span>
        <span className={styles.who}>
          <span className={styles.name}>{customer.shortName ?? customer.name}</span>
          <span className={styles.second}>{[customer.district, owner].filter(Boolean).join(' · ')}</span>
        </span>
        <When customer={customer} />
      </button>
    </li>
  );
}

function When({ customer: { dueOn, plannedOn } }: { readonly customer: UnscheduledCustomer }) {
  const words = useWindowWords();
  const { t, today } = words;
  if (dueOn !== null) {
    const late = daysBetween(dueOn, today);
    return (
      <span className={styles.due} data-late={late > 0 || undefined}>
        {late > 0
          ? t('day.overdueShort', { count: late })
          : t('calendar.unscheduled.due', { day: shortDayText(words, dueOn) })}
      </span>
    );
  }
  return (
    <span className={styles.due}>
      {plannedOn ? t('calendar.unscheduled.planned', { day: shortDayText(words, plannedOn) }) : ''}
    </span>
  );
}
