import type { GridApi } from 'ag-grid-community';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { AgingRow } from '../../../src-shared/receivables/receivable-views.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { AgingDetail, type AgingFigure } from '../../features/receivables/aging/aging-detail.tsx';
import { AgingFilters } from '../../features/receivables/aging/aging-filters.tsx';
import { AgingGrid, type AgingMenuWish } from '../../features/receivables/aging/aging-grid.tsx';
import { AgingGroups } from '../../features/receivables/aging/aging-groups.tsx';
import { AgingMenu } from '../../features/receivables/aging/aging-menu.tsx';
import { useAgingQuestions } from '../../features/receivables/aging/aging-question.ts';
import { clearAgingFilters, isAgingFiltered, useAgingLook } from '../../features/receivables/aging/aging-store.ts';
import { AgingSummary } from '../../features/receivables/aging/aging-summary.tsx';
import { useAging } from '../../features/receivables/aging/use-aging.ts';
import { useAgingKeys } from '../../features/receivables/aging/use-aging-keys.ts';
import { useAgingRows } from '../../features/receivables/aging/use-aging-rows.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { askMoney } from '../../state/money-request.ts';
import styles from './payments-screen.module.css';

interface Props {
  /** Whose statement is open beside the list. */
  readonly openId: Id | null;
  readonly onOpen: (customerId: Id | null) => void;
}

/** 应收: totals and bar, filters, the aging by customer, owner or tier. */
export function ReceivablesTab({ openId, onOpen }: Props) {
  const { t } = useTranslation();
  // The infinite row model reads the height of a row once: another density is another grid.
  const { density } = usePreferences();
  const look = useAgingLook();
  const questions = useAgingQuestions();
  const whole = useAging(questions.whole);
  const narrowed = useAging(questions.rows);
  const shown = questions.rows === null ? whole : narrowed;
  const [api, setApi] = useState<GridApi<AgingRow> | null>(null);
  const [figure, setFigure] = useState<AgingFigure | null>(null);
  const [menu, setMenu] = useState<AgingMenuWish | null>(null);
  const question = JSON.stringify(questions.rows ?? questions.whole);
  const isByCustomer = look.grouping === 'customer';
  const count = useAgingRows(isByCustomer ? api : null, shown.answer?.agingId ?? null, question, shown.askAgain);
  const keys = useAgingKeys({ api, openId, onOpen, onEnter: focusStatement });
  const showFigure = useCallback(
    (row: AgingRow, bucket: AgingFigure['bucket']) =>
      setFigure({ customerId: row.customerId, customerName: row.customerName ?? t('desk.binnedCustomer'), bucket }),
    [t],
  );
  const slowJobId = whole.slowJobId ?? narrowed.slowJobId;
  const error = whole.error ?? narrowed.error;
  const lateCount = whole.answer?.totals.enteredLate ?? 0;
  return (
    <>
      <AgingSummary totals={whole.answer?.totals ?? null} />
      {lateCount > 0 && look.asOf !== null && (
        <p className={styles.late} role="note">
          {t('desk.enteredLate', { count: lateCount })}
        </p>
      )}
      <AgingFilters />
      {slowJobId !== null && (
        <div className={styles.working}>
          <JobProgressLine jobId={slowJobId} title={t('desk.working')} />
        </div>
      )}
      <div className={styles.grid}>
        {isByCustomer ? (
          <AgingGrid
            key={density}
            totals={shown.answer?.totals ?? null}
            openId={openId}
            onReady={setApi}
            onStand={keys.onStand}
            onFigure={showFigure}
            onRowKey={keys.onRowKey}
            onMenu={setMenu}
          />
        ) : (
          <AgingGroups
            agingId={shown.answer?.agingId ?? null}
            by={look.grouping === 'owner' ? 'owner' : 'tier'}
            onExpired={shown.askAgain}
          />
        )}
        {isByCustomer && count === 0 && shown.answer !== null && (
          <div className={styles.over}>
            <NothingOwed isFiltered={isAgingFiltered(look)} />
          </div>
        )}
        {error && shown.answer === null && (
          <div className={styles.over}>
            <EmptyState title={errorText(t, error)}>
              <Button onClick={shown.askAgain}>{t('action.retry')}</Button>
            </EmptyState>
          </div>
        )}
      </div>
      {figure && <AgingDetail figure={figure} asOf={questions.whole.asOf} onClose={() => setFigure(null)} />}
      {menu && (
        <AgingMenu
          wish={menu}
          onStatement={(row) => onOpen(row.customerId)}
          onDetail={(row) => showFigure(row, null)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}

function NothingOwed({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  const mayEnter = useReach('money.edit') !== null;
  if (isFiltered) {
    return (
      <EmptyState title={t('list.nothingFound')} words={t('list.nothingFoundWords')}>
        <Button onClick={clearAgingFilters}>{t('desk.clearFilters')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('desk.nothing')} words={t('desk.nothingWords')}>
      {mayEnter && (
        <Button type="primary" onClick={() => askMoney({ kind: 'receivable', customerId: null })}>
          {t('receivable.title')}
        </Button>
      )}
    </EmptyState>
  );
}

/** Once it is there: Enter goes from the row into the statement beside it. */
function focusStatement(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-statement]')?.focus());
}
