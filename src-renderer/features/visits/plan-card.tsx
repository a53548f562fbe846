import { Button } from 'antd';
import { CalendarPlus, CalendarSync, Check, UserRoundPen } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitSeries } from '../../../src-shared/visits/visit-series.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { CancelPlan } from './cancel-plan.tsx';
import styles from './plan-card.module.css';
import { draftOfPlan } from './plan-draft.ts';
import { PlanFacts } from './plan-facts.tsx';
import { PlanForm } from './plan-form.tsx';
import { markMissed } from './plan-writes.ts';

export type CardMode = 'look' | 'complete' | 'move' | 'person' | 'cancel';

interface Props {
  readonly planId: Id;
  readonly mode: CardMode;
  readonly onMode: (mode: CardMode) => void;
  /** The line in which the visit is noted; features may not know each other, so the screen brings it. */
  readonly followUp: (entry: VisitEntry, onBack: () => void) => ReactNode;
  readonly onOpenCustomer: (customerId: Id) => void;
  readonly onPlanNext: (entry: VisitEntry) => void;
  readonly onClose: () => void;
}

/** One plan: when, who, what for, what it collides with, and everything that can be done with it. */
export function PlanCard(props: Props) {
  const { t } = useTranslation();
  const plan = useRead('visits', 'get', { id: props.planId });
  if (plan.data) return <Card {...props} {...plan.data} />;
  if (!plan.error) return <div className={styles.card} aria-busy="true" />;
  return <EmptyState title={errorText(t, toAppError(plan.error))} />;
}

interface CardProps extends Props {
  readonly entry: VisitEntry;
  readonly series: VisitSeries | null;
  readonly overlaps: readonly VisitEntry[];
}

function Card({ entry, series, overlaps, mode, onMode, ...props }: CardProps) {
  const words = useWindowWords();
  const { t } = words;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const mayEdit = useMay('follow_ups.edit', entry.ownerId);
  const { plan } = entry;
  const isOpen = plan.status === 'planned';
  const look = () => onMode('look');
  const isCompleted = mode === 'complete' && plan.status === 'done';
  const { onClose } = props;
  useEffect(() => {
    if (isCompleted) onClose();
  }, [isCompleted, onClose]);
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <TierBadge tier={tiers.find((tier) => tier.id === entry.tierId) ?? null} />
        <button type="button" className={styles.name} onClick={() => props.onOpenCustomer(entry.customerId)}>
          {entry.name}
        </button>
        <span className={styles.status} data-status={plan.status}>
          {t(`visit.status.${plan.status}`)}
        </span>
      </div>
      <PlanFacts entry={entry} series={series} overlaps={overlaps} />
      {isOpen && mayEdit && mode === 'look' && <Actions plan={plan} onMode={onMode} onClose={props.onClose} />}
      {!isOpen && mayEdit && (
        <div className={styles.actions}>
          <Button
            size="small"
            icon={<CalendarPlus size={14} strokeWidth={1.75} />}
            onClick={() => props.onPlanNext(entry)}
          >
            {t('visit.planNext')}
          </Button>
        </div>
      )}
      {isOpen && mayEdit && (mode === 'move' || mode === 'person') && (
        <div className={styles.part}>
          <PlanForm
            draftKey={`plan:${plan.id}`}
            start={draftOfPlan(plan, { id: entry.customerId, name: entry.name, ownerId: entry.ownerId })}
            plan={plan}
            isRepeating={series !== null}
            isCustomerFixed
            focus={mode === 'move' ? 'day' : 'person'}
            onDone={props.onClose}
            onCancel={look}
          />
        </div>
      )}
      {isOpen && mayEdit && mode === 'cancel' && (
        <div className={styles.part}>
          <CancelPlan plan={plan} isRepeating={series !== null} onDone={props.onClose} onBack={look} />
        </div>
      )}
      {isOpen && mayEdit && mode === 'complete' && <div className={styles.slot}>{props.followUp(entry, look)}</div>}
    </div>
  );
}

interface ActionsProps {
  readonly plan: VisitEntry['plan'];
  readonly onMode: (mode: CardMode) => void;
  readonly onClose: () => void;
}

function Actions({ plan, onMode, onClose }: ActionsProps) {
  const words = useWindowWords();
  const { t } = words;
  const [isMarking, setMarking] = useState(false);
  useShortcut('f2', () => onMode('move'));
  const miss = async () => {
    setMarking(true);
    const isDone = await markMissed(words, plan.id);
    setMarking(false);
    if (isDone) onClose();
  };
  return (
    <div className={styles.actions}>
      <Button
        autoFocus
        size="small"
        type="primary"
        icon={<Check size={14} strokeWidth={1.75} />}
        onClick={() => onMode('complete')}
      >
        {t('visit.complete')}
      </Button>
      <Button size="small" icon={<CalendarSync size={14} strokeWidth={1.75} />} onClick={() => onMode('move')}>
        {t('visit.move')}
        <KeyHint combo="f2" />
      </Button>
      <Button size="small" icon={<UserRoundPen size={14} strokeWidth={1.75} />} onClick={() => onMode('person')}>
        {t('visit.changePerson')}
      </Button>
      <span className={styles.gap} />
      <Button size="small" type="text" loading={isMarking} onClick={() => void miss()}>
        {t('visit.markMissed')}
      </Button>
      <Button size="small" type="text" danger onClick={() => onMode('cancel')}>
        {t('visit.cancel')}
      </Button>
    </div>
  );
}
