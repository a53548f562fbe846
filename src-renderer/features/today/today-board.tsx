import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { DueCustomer } from '../../../src-shared/visits/visit-entry.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { takeBack } from '../../ipc/take-back.ts';
import { dayText } from '../../text/day-text.ts';
import { occasionKey, occasionText, occasionWho } from '../../text/occasion-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { FailedSection } from './failed-section.tsx';
import type { LineDeck } from './line-deck.ts';
import { OwedSection, PromisesSection } from './money-sections.tsx';
import { useRowKeys } from './row-keys.ts';
import { useRowLook } from './row-look.ts';
import { DueSection, OccasionsSection } from './side-sections.tsx';
import styles from './today-board.module.css';
import { byDistrict, owedKey, planKey, promiseKey } from './today-rows.ts';
import type { DueRow, TodayLists, VisitRow } from './use-today.ts';
import { ComingSection, OverdueSection, TodayVisitsSection } from './visit-sections.tsx';

interface Props {
  readonly lists: TodayLists;
  /** The customer in the pane beside the board. */
  readonly paneId: string | null;
  readonly onOpen: (customerId: string) => void;
  readonly onHistory: (customerId: string) => void;
  readonly onClosePane: () => void;
  readonly onPrintRoute: () => void;
  readonly onShowAllDue: () => void;
  /** To 收款: all who owe, or all that was promised. */
  readonly onShowMoney: () => void;
  /** 流失预警, below the money in the right column; null: nobody is warned of. */
  readonly warnings: ReactNode;
}

/** The sections of the day: what is planned at the left, money and who should be thought of at the right. */
export function TodayBoard(props: Props) {
  const { lists, paneId, onOpen, onClosePane } = props;
  const { t } = useTranslation();
  const look = useRowLook();
  const keys = useRowKeys({ onOpen, onEscape: onClosePane });
  const { deck, isLineOpen } = useDeck(props, look, keys, stopOf(lists, keys.current));
  const { overdue = [], today, coming = [], occasions = [], due = [], owed, promises = [], failed } = lists;
  const dueTotal = lists.dueTotal ?? 0;
  const hasOwed = owed !== undefined && owed.total > 0;
  const hasFailed = failed.owed !== null || failed.promises !== null || failed.due !== null;
  const hasSide = hasOwed || promises.length > 0 || props.warnings !== null || due.length > 0 || hasFailed;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: ↑ ↓ between its buttons; each of them works by itself
    <div
      ref={keys.board}
      className={styles.board}
      data-pane={paneId !== null}
      data-line={isLineOpen}
      onFocus={keys.onFocus}
      onKeyDown={keys.onKeyDown}
    >
      <div className={styles.main}>
        <FailedSection of="overdue" failed={failed.overdue} />
        {overdue.length > 0 && <OverdueSection rows={overdue} total={lists.overdueTotal ?? 0} deck={deck} />}
        <FailedSection of="visits" failed={failed.visits} />
        {today && (
          <TodayVisitsSection
            rows={today}
            deck={deck}
            onPrint={props.onPrintRoute}
            nothing={t(dueTotal > 0 ? 'today.nothingButDue' : 'today.nothingPlanned')}
          />
        )}
        <FailedSection of="occasions" failed={failed.occasions} />
        {occasions.length > 0 && <OccasionsSection items={occasions} deck={deck} />}
        {coming.map(({ day, entries }) => (
          <ComingSection key={day} day={day} entries={entries} deck={deck} />
        ))}
      </div>
      {hasSide && (
        <div className={styles.side}>
          <FailedSection of="owed" failed={failed.owed} />
          {hasOwed && <OwedSection owed={owed} deck={deck} onShowAll={props.onShowMoney} />}
          <FailedSection of="promises" failed={failed.promises} />
          {promises.length > 0 && <PromisesSection promises={promises} deck={deck} onShowAll={props.onShowMoney} />}
          {props.warnings}
          <FailedSection of="due" failed={failed.due} />
          {due.length > 0 && (
            <DueSection
              rows={due}
              total={dueTotal}
              inWarnings={lists.dueInWarnings}
              deck={deck}
              onShowAll={props.onShowAllDue}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** The line Tab stops at: the last one stood on, else the first of the page. */
function stopOf(lists: TodayLists, current: string | null): string | null {
  const keys = [
    ...(lists.overdue ?? []).map((row) => row.key),
    ...byDistrict(lists.today ?? []).flatMap((group) => group.rows.map((row) => row.key)),
    ...(lists.occasions ?? []).map((item) => occasionKey(item.occasion)),
    ...(lists.coming ?? []).flatMap(({ entries }) => entries.map(planKey)),
    ...(lists.owed?.lines ?? []).map(owedKey),
    ...(lists.promises ?? []).map(promiseKey),
    ...(lists.due ?? []).map((row) => row.key),
  ];
  return current !== null && keys.includes(current) ? current : (keys[0] ?? null);
}

function useDeck(
  { paneId, onOpen, onHistory }: Props,
  look: LineDeck['look'],
  { focusKey, focusAfter }: ReturnType<typeof useRowKeys>,
  stopKey: string | null,
): { readonly deck: LineDeck; readonly isLineOpen: boolean } {
  const words = useWindowWords();
  const { t } = words;
  const [lineKey, setLineKey] = useState<string | null>(null);
  const onTick = useCallback((row: VisitRow | DueRow) => {
    setLineKey((open) => (open === row.key ? null : row.key));
  }, []);
  const onUndo = useCallback(
    (row: VisitRow | DueRow) => {
      if (row.batchId === null) onHistory(row.entry.customerId);
      else void takeBack(row.batchId);
    },
    [onHistory],
  );
  const onPlan = useCallback(
    (customer: DueCustomer, on: CalendarDate) =>
      void reported(
        client.visits.plan({ customerId: customer.customerId, plannedOn: on }),
        t('today.plannedFor', { name: customer.name, day: dayText(words, on) }),
      ),
    [t, words],
  );
  const onGreet = useCallback(
    (occasion: Occasion) => {
      const purpose = t('today.greeting', { who: occasionWho(occasion), what: occasionText(t, occasion) });
      void reported(
        client.visits.plan({ customerId: occasion.customerId, plannedOn: occasion.on, purpose }),
        t('today.plannedFor', { name: occasion.customerName, day: dayText(words, occasion.on) }),
      );
    },
    [t, words],
  );
  const onCloseLine = useCallback(
    (key: string) => {
      setLineKey(null);
      focusKey(key);
    },
    [focusKey],
  );
  const onNext = useCallback(
    (key: string) => {
      setLineKey(null);
      focusAfter(key);
    },
    [focusAfter],
  );
  const deck = {
    look,
    stopKey,
    lineKey,
    paneId,
    onTickVisit: onTick,
    onTickDue: onTick,
    onUndo,
    onOpen,
    onPlan,
    onGreet,
    onCloseLine,
    onNext,
  };
  return { deck, isLineOpen: lineKey !== null };
}
