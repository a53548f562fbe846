import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { partsOf } from '../../../src-shared/core/calendar-date.ts';
import styles from './calendar-legend.module.css';
import type { Colouring } from './calendar-look.ts';

interface Props {
  readonly colouring: Colouring;
  readonly knownUntilYear: number;
  /** The last day shown: past the known years only weekends are days off, and that is said. */
  readonly lastShown: CalendarDate;
}

/** What the looks mean, and how far holidays are known. */
export function CalendarLegend({ colouring, knownUntilYear, lastShown }: Props) {
  const { t } = useTranslation();
  const isBeyond = partsOf(lastShown).year > knownUntilYear;
  return (
    <footer className={styles.legend}>
      <p className={styles.samples}>
        <span className={styles.sample} data-tone="done">
          {t('visit.status.done')}
          <Check size={12} strokeWidth={2} aria-hidden />
        </span>
        <span className={styles.sample} data-tone="planned">
          {t('calendar.legend.planned')}
        </span>
        <span className={styles.sample} data-tone="overdue">
          {t('calendar.legend.overdue')}
        </span>
        <span className={styles.sample} data-tone="proposal">
          {t('calendar.proposed')}
        </span>
      </p>
      <p>{t(`calendar.legend.bar.${colouring}`)}</p>
      <p className={isBeyond ? styles.beyond : undefined}>
        {isBeyond
          ? t('calendar.legend.beyondKnown', { year: knownUntilYear })
          : t('calendar.legend.knownUntil', { year: knownUntilYear })}
      </p>
    </footer>
  );
}
