import { Button, Segmented } from 'antd';
import { Printer, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { DaySpan } from '../../../src-shared/core/named-period.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { GradeText } from '../../components/grade-text.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { showPrintPreview } from '../../state/print-request.ts';
import { OpenList } from './open-list.tsx';
import { StatementLines } from './statement-lines.tsx';
import styles from './statement-pane.module.css';
import { type ChosenPeriod, statementPeriods, statementSpan, useStatementPeriod, withDay } from './statement-period.ts';

interface Props {
  readonly customerId: Id;
  readonly onClose: () => void;
  /** 付款记录与条件, under what is open. */
  readonly terms?: ReactNode;
  /** At the right of the foot: what else can be made of this statement (PDF, Excel). */
  readonly actions?: (span: DaySpan) => ReactNode;
  /** The name leads to the customer; left out: it is the customer's own page. */
  readonly isNameLink?: boolean;
}

/** 对账单 of one customer: a period, its lines with running balance, what is open, and how he pays. */
export function StatementPane({ customerId, onClose, terms, actions, isNameLink = true }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { chosen, choose } = useStatementPeriod();
  const span = statementSpan(chosen, useToday());
  const customer = useRead('customers', 'get', { id: customerId }, { keepShowing: true }).data;
  const read = useRead('receivables', 'statement', { customerId, ...span }, { keepShowing: true });
  const isOfHim = read.data?.customerId === customerId;
  const statement = isOfHim ? read.data : null;
  const ownerId = customer?.ownerId ?? null;
  return (
    <section className={styles.pane} aria-label={t('statement.title')}>
      <header className={styles.header}>
        <div className={styles.line}>
          <h2 className={styles.title}>{t('statement.title')}</h2>
          <span className={styles.gap} />
          <button type="button" className={styles.icon} aria-label={t('statement.close')} onClick={onClose}>
            <X size={16} strokeWidth={1.75} aria-hidden />
          </button>
        </div>
        <WhoLine customerId={customerId} name={statement?.customerName ?? ''} isNameLink={isNameLink} />
        <PeriodLine chosen={chosen} span={span} onChoose={choose} />
      </header>
      <div ref={scroller} className={styles.body} aria-busy={read.isPlaceholderData}>
        {read.error !== null && <EmptyState title={errorText(t, toAppError(read.error))} />}
        {statement && (
          <>
            <StatementLines statement={statement} scroller={scroller} />
            <OpenList statement={statement} ownerId={ownerId} />
          </>
        )}
        {terms}
      </div>
      <footer className={styles.foot}>
        <Button
          type="text"
          disabled={!statement}
          icon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => showPrintPreview({ kind: 'statement', customerId, ...span })}
        >
          {t('print.print')}
        </Button>
        <span className={styles.gap} />
        {statement && actions?.(span)}
      </footer>
    </section>
  );
}

interface WhoProps {
  readonly customerId: Id;
  readonly name: string;
  readonly isNameLink: boolean;
}

function WhoLine({ customerId, name, isNameLink }: WhoProps) {
  const { t } = useTranslation();
  const customer = useRead('customers', 'get', { id: customerId }, { keepShowing: true }).data;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const grade = useRead('terms', 'get', { customerId }).data?.record.grade ?? null;
  const isKnown = customer?.id === customerId;
  return (
    <div className={styles.line}>
      {isNameLink ? (
        <button type="button" className={styles.name} title={name} onClick={() => openCustomer(customerId)}>
          {name}
        </button>
      ) : (
        <span className={styles.name} title={name}>
          {name}
        </span>
      )}
      {isKnown && <TierBadge tier={tiers.find((tier) => tier.id === customer.tierId) ?? null} />}
      <span className={styles.gap} />
      {grade !== null && (
        <span className={styles.record}>
          {t('terms.record')} <GradeText grade={grade} />
        </span>
      )}
    </div>
  );
}

interface PeriodProps {
  readonly chosen: ChosenPeriod;
  readonly span: DaySpan;
  readonly onChoose: (chosen: ChosenPeriod) => void;
}

function PeriodLine({ chosen, span, onChoose }: PeriodProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.period} aria-label={t('statement.period')}>
      <span className={styles.days}>
        <DayPicker
          size="small"
          isQuiet
          isClearable={false}
          label={t('statement.from')}
          value={span.from}
          onChange={(day) => day && onChoose(withDay(span, 'from', day))}
        />
        <span className={styles.until}>{t('statement.until')}</span>
        <DayPicker
          size="small"
          isQuiet
          isClearable={false}
          label={t('statement.to')}
          value={span.to}
          onChange={(day) => day && onChoose(withDay(span, 'to', day))}
        />
      </span>
      <Segmented
        size="small"
        className={styles.segments ?? ''}
        aria-label={t('statement.period')}
        value={typeof chosen === 'string' ? chosen : custom}
        options={[
          ...statementPeriods.map((name) => ({ value: name, label: t(`statement.span.${name}`) })),
          { value: custom, label: t('statement.span.custom') },
        ]}
        onChange={(name) => onChoose(statementPeriods.find((known) => known === name) ?? span)}
      />
    </fieldset>
  );
}

const custom = 'custom';
