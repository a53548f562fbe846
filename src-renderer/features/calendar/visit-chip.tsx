import { Cake, Check, Handshake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { useToday } from '../../ipc/use-book.ts';
import type { Chip, OccasionItem } from './calendar-chips.ts';
import { occasionText } from './occasion-text.ts';
import styles from './visit-chip.module.css';

interface Props {
  readonly chip: Chip;
  /** In a time grid its place says when; in an agenda there is room for more. */
  readonly place: 'month' | 'grid' | 'agenda';
  readonly onTick: (customerId: Id, isTicked: boolean) => void;
}

/** One line of a day. */
export function VisitChip({ chip, place, onTick }: Props) {
  switch (chip.kind) {
    case 'visit':
      return <Visit chip={chip} place={place} />;
    case 'proposal':
      return <Proposal chip={chip} onTick={onTick} />;
    case 'occasion':
      return <Occasion item={chip.item} />;
    case 'dropped':
      return (
        <span className={styles.chip} data-tone="planned">
          <span className={styles.bar} aria-hidden />
          <span className={styles.name}>{chip.name}</span>
        </span>
      );
  }
}

function Visit({ chip, place }: { readonly chip: Extract<Chip, { kind: 'visit' }>; readonly place: Props['place'] }) {
  const { t } = useTranslation();
  const today = useToday();
  const { entry, tone, hue } = chip;
  const { plan } = entry;
  const time = plan.plannedTime;
  const more = [entry.district, plan.purpose].filter(Boolean).join(' · ');
  return (
    <span className={styles.chip} data-tone={tone} data-place={place}>
      <span className={styles.bar} data-hue={hue} aria-hidden />
      {place === 'agenda' && <span className={styles.when}>{time ?? t('calendar.anyTime')}</span>}
      {place === 'grid' && time && <span className={styles.when}>{time}</span>}
      <span className={styles.name} title={entry.name}>
        {place === 'month' ? (entry.shortName ?? entry.name) : entry.name}
      </span>
      {place !== 'month' && more !== '' && <span className={styles.more}>{more}</span>}
      <span className={styles.note}>
        {tone === 'overdue' && t('day.overdueShort', { count: daysBetween(plan.plannedOn, today) })}
        {tone === 'planned' && place === 'month' && time}
        {tone === 'done' && <Check size={14} strokeWidth={1.75} aria-hidden />}
        {tone === 'missed' && t('visit.status.missed')}
      </span>
      <span className="kb-unseen">
        {place === 'month' && tone !== 'planned' ? time : ''} {t(`visit.status.${plan.status}`)}
      </span>
    </span>
  );
}

interface ProposalProps {
  readonly chip: Extract<Chip, { kind: 'proposal' }>;
  readonly onTick: Props['onTick'];
}

function Proposal({ chip: { visit, isTicked, hue }, onTick }: ProposalProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-tone="proposal" data-ticked={isTicked || undefined}>
      <input
        type="checkbox"
        className={styles.tick}
        checked={isTicked}
        tabIndex={-1}
        aria-label={t('calendar.acceptOne', { name: visit.name })}
        // The chip is dragged; its box is not a handle.
        onMouseDown={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => onTick(visit.customerId, event.target.checked)}
      />
      <span className={styles.bar} data-hue={hue} aria-hidden />
      <span className={styles.name} title={visit.name}>
        {visit.name}
      </span>
      {visit.isLate && <span className={styles.note}>{t('calendar.late')}</span>}
      <span className="kb-unseen">{t('calendar.proposed')}</span>
    </span>
  );
}

function Occasion({ item }: { readonly item: OccasionItem }) {
  const { t } = useTranslation();
  const text = occasionText(t, item.occasion);
  const Icon = item.occasion.source.kind === 'since' ? Handshake : Cake;
  return (
    <span className={styles.chip} data-tone="occasion">
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.name} title={`${item.occasion.customerName} ${text}`}>
        {text}
      </span>
    </span>
  );
}
