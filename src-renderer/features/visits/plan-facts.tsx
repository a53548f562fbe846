import { MapPin, Phone, Repeat, Target, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitSeries } from '../../../src-shared/visits/visit-series.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { useUsers } from '../../ipc/use-current-user.ts';
import { dayText, dueText, momentDayText } from '../../text/day-text.ts';
import { phoneText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { OverlapHint } from './overlap-hint.tsx';
import styles from './plan-card.module.css';
import { lengthText, whenText } from './plan-words.ts';

interface Props {
  readonly entry: VisitEntry;
  readonly series: VisitSeries | null;
  readonly overlaps: readonly VisitEntry[];
}

/** What is known of a plan, a line each. */
export function PlanFacts({ entry, series, overlaps }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const { plan } = entry;
  const isOverdue = plan.status === 'planned' && plan.plannedOn < words.today;
  const contact = [entry.contactName, entry.phone === null ? null : phoneText(entry.phone)].filter(Boolean).join(' ');
  const place = [entry.city, entry.district, entry.address].filter(Boolean).join(' ');
  return (
    <div className={styles.facts}>
      <p className={styles.when} data-overdue={isOverdue || undefined}>
        {whenText(words, plan)}
        {plan.plannedTime !== null && plan.lengthMinutes !== null && ` · ${lengthText(t, plan.lengthMinutes)}`}
        {isOverdue && <span> · {dueText(words, plan.plannedOn).text}</span>}
      </p>
      <Fact icon={<UserRound size={14} strokeWidth={1.75} aria-hidden />} label={t('field.personId')}>
        {users.find((user) => user.id === plan.personId)?.name ?? t('visit.nobody')}
      </Fact>
      {plan.purpose && (
        <Fact icon={<Target size={14} strokeWidth={1.75} aria-hidden />} label={t('field.purpose')}>
          {plan.purpose}
        </Fact>
      )}
      {contact !== '' && (
        <Fact icon={<Phone size={14} strokeWidth={1.75} aria-hidden />} label={t('field.phone')}>
          {contact}
          {entry.phone !== null && <CopyButton text={entry.phone} />}
        </Fact>
      )}
      {place !== '' && (
        <Fact icon={<MapPin size={14} strokeWidth={1.75} aria-hidden />} label={t('field.address')}>
          {place}
        </Fact>
      )}
      {series && (
        <Fact icon={<Repeat size={14} strokeWidth={1.75} aria-hidden />} label={t('visit.repeat.label')}>
          {t('visit.repeat.said', {
            count: series.every,
            unit: t(`visit.repeat.units.${series.unit}`),
            until: dayText(words, series.untilOn),
          })}
        </Fact>
      )}
      {plan.cancelledReason && (
        <p className={styles.second}>{t('visit.cancelledBecause', { reason: plan.cancelledReason })}</p>
      )}
      <p className={styles.second}>
        {entry.lastContactAt === null
          ? t('visit.neverContacted')
          : t('visit.lastContact', { day: momentDayText(words, entry.lastContactAt) })}
      </p>
      {overlaps.length > 0 && <OverlapHint overlaps={overlaps} />}
    </div>
  );
}

function Fact({
  icon,
  label,
  children,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <p className={styles.fact}>
      {icon}
      <span className="kb-unseen">{label}</span>
      <span>{children}</span>
    </p>
  );
}
