import { Button, Segmented } from 'antd';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fen } from '../../../src-shared/core/money.ts';
import { lunarDateOf } from '../../../src-shared/lunar/lunar-date.ts';
import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { longDayText } from '../../text/day-text.ts';
import { holidayText } from '../../text/holiday-text.ts';
import { lunarDayText } from '../../text/lunar-text.ts';
import { Headline, type HeadlinePart } from './headline.tsx';
import styles from './today-header.module.css';
import { openCount } from './today-rows.ts';
import type { TodayLists } from './use-today.ts';
import { useTodayScope } from './use-today-scope.ts';
import { sectionIds } from './visit-sections.tsx';

/** Of who may not read money: nothing is said of it. */
const nothingOwed = { receivables: 0, overdueFen: fen(0) } as const;

interface Props {
  readonly lists: TodayLists;
  readonly onPrint: () => void;
}

/** The day in one line, whose day it is, and which day. */
export function TodayHeader({ lists, onPrint }: Props) {
  const { t } = useTranslation();
  const { scope, choose, isAlone } = useTodayScope();
  const { failed } = lists;
  const visits = failed.visits ? null : lists.today?.length;
  const overdue = failed.overdue ? null : lists.overdueTotal;
  const due = failed.due ? null : lists.dueTotal;
  const owed = lists.mayReadMoney && !failed.owed ? lists.owed : nothingOwed;
  return (
    <header className={styles.header}>
      {visits !== undefined && overdue !== undefined && due !== undefined && owed !== undefined && (
        <Headline
          visits={visits}
          isVisited={openCount(lists.today ?? []) === 0}
          overdue={overdue}
          due={due}
          owed={failed.owed ? null : owed}
          onGo={goToSection}
        />
      )}
      <span className={styles.gap} />
      {!isAlone && (
        <Segmented<VisitScope>
          size="small"
          aria-label={t('today.scope.label')}
          value={scope}
          options={[
            { value: 'mine', label: t('today.scope.mine') },
            { value: 'all', label: t('today.scope.all') },
          ]}
          onChange={choose}
        />
      )}
      <Button
        size="small"
        type="text"
        icon={<Printer size={14} strokeWidth={1.75} aria-hidden />}
        aria-label={t('print.morning')}
        title={t('print.morning')}
        onClick={onPrint}
      />
      <DayWords />
    </header>
  );
}

function DayWords() {
  const { t } = useTranslation();
  const today = useToday();
  const calendar = useWorkCalendar();
  const kind = calendar.kindOf(today);
  const holiday = kind === 'holiday' ? calendar.nameOf(today) : null;
  return (
    <p className={styles.date}>
      <span className={styles.solar}>
        {longDayText(t, today)}
        {kind === 'makeup_workday' && <span className={styles.note}> {t('today.makeupWorkday')}</span>}
        {holiday !== null && <span className={styles.note}> {holidayText(t, holiday)}</span>}
      </span>
      <span className={styles.lunar}>{lunarDayText(t, lunarDateOf(today))}</span>
    </p>
  );
}

const sectionOf: Readonly<Record<HeadlinePart, string>> = {
  visits: sectionIds.visits,
  overdue: sectionIds.overdue,
  due: sectionIds.due,
  owed: sectionIds.owed,
};

/** To the list, and onto its first line. */
function goToSection(part: HeadlinePart): void {
  const section = document.getElementById(sectionOf[part]);
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('[data-main]')?.focus({ preventScroll: true });
}
