import { Cake, Check, Handshake, Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { occasionText, occasionWho } from '../../text/occasion-text.ts';
import type { Chip, OccasionItem } from './calendar-chips.ts';
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
      return <Proposal chip={chip} place={place} onTick={onTick} />;
    case 'occasion':
      return <Occasion item={chip.item} place={place} />;
    case 'due':
      return <Due chip={chip} place={place} />;
    case 'more':
      return <More chip={chip} />;
    case 'dropped':
      return (
        <span className={styles.chip} data-tone="planned" data-place={place}>
          <span className={styles.bar} aria-hidden />
          <span className={styles.name}>{chip.name}</span>
        </span>
      );
  }
}

function Visit({ chip, place }: { readonly chip: Extract<Chip, { kind: 'visit' }>; readonly place: Props['place'] }) {
  const { t } = useTranslation();
  const { entry, tone, hue, daysLate } = chip;
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
        {tone === 'overdue' && <Late days={daysLate} isShort={place === 'month'} />}
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

/** The red says that it is late: in a narrow cell the days alone leave the name its room. */
function Late({ days, isShort }: { readonly days: number; readonly isShort: boolean }) {
  const { t } = useTranslation();
  const words = t('day.overdueShort', { count: days });
  if (!isShort) return words;
  return (
    <>
      <span className={styles.wideOnly}>{words}</span>
      <span className={styles.narrowOnly} title={words}>
        {t('calendar.lateDays', { count: days })}
      </span>
    </>
  );
}

function Due({ chip, place }: { readonly chip: Extract<Chip, { kind: 'due' }>; readonly place: Props['place'] }) {
  const { t } = useTranslation();
  const { receivables, customers, openFen, customerNames } = chip.item.due;
  const names = customerNames.join(t('filter.separator'));
  const who = customers > customerNames.length ? t('calendar.dueOf', { names, count: customers }) : names;
  const text = t('calendar.due', { count: receivables, shown: countText(receivables), amount: moneyText(openFen) });
  return (
    <span className={styles.chip} data-tone="due" data-late={chip.isLate || undefined} data-place={place}>
      <Wallet size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.name} title={customerNames.length > 0 ? `${text} ${who}` : text}>
        {text}
      </span>
      {place === 'agenda' && <span className={styles.more}>{who}</span>}
      {chip.isLate && <span className="kb-unseen">{t('calendar.dueLate')}</span>}
    </span>
  );
}

function More({ chip: { count, proposed } }: { readonly chip: Extract<Chip, { kind: 'more' }> }) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-tone="more">
      {t('calendar.more', { count })}
      {proposed > 0 && <span className={styles.proposed}>{t('calendar.moreProposed', { count: proposed })}</span>}
    </span>
  );
}

interface ProposalProps {
  readonly chip: Extract<Chip, { kind: 'proposal' }>;
  readonly place: Props['place'];
  readonly onTick: Props['onTick'];
}

function Proposal({ chip: { visit, isTicked, hue }, place, onTick }: ProposalProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-tone="proposal" data-place={place} data-ticked={isTicked || undefined}>
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

function Occasion({ item, place }: { readonly item: OccasionItem; readonly place: Props['place'] }) {
  const { t } = useTranslation();
  const text = t('calendar.occasion', { who: occasionWho(item.occasion), what: occasionText(t, item.occasion) });
  const Icon = item.occasion.source.kind === 'since' ? Handshake : Cake;
  return (
    <span className={styles.chip} data-tone="occasion" data-place={place}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.name} title={`${item.occasion.customerName} ${text}`}>
        {text}
      </span>
    </span>
  );
}
