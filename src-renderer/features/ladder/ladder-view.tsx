import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { TierPreview } from '../../../src-shared/tiers/segmentation-contract.ts';
import { themes } from '../../app/tokens.ts';
import { useThemeName } from '../../app/use-theme-name.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { errorText } from '../../ipc/error-text.ts';
import { useToday } from '../../ipc/use-book.ts';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { useRead } from '../../ipc/use-read.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { LadderBar } from './ladder-bar.tsx';
import { LadderChart } from './ladder-chart.tsx';
import { LadderFigures } from './ladder-figures.tsx';
import { LadderHead } from './ladder-head.tsx';
import { LadderList } from './ladder-list.tsx';
import type { LadderListRequest } from './ladder-list-request.ts';
import { LadderNotes } from './ladder-notes.tsx';
import type { LadderSpot } from './ladder-option.ts';
import { ladderSpan } from './ladder-period.ts';
import { ladderShape } from './ladder-shape.ts';
import { useChosenPeriod, useLadderLook } from './ladder-store.ts';
import { ProfitTable, StepTable } from './ladder-tables.tsx';
import { stepTip } from './ladder-tip.ts';
import styles from './ladder-view.module.css';
import { drawingWords, headlineText, listTitle } from './ladder-words.ts';
import { NobodyHere } from './nobody-here.tsx';
import { useLadder } from './use-ladder.ts';
import { useLadderExport } from './use-ladder-export.ts';

interface Props {
  /** Who would move by the method that is tried; null: none is. */
  readonly preview: TierPreview | null;
  /** Where a customer of a list is shown; left out: on the page of customers. */
  readonly onOpenCustomer?: (customerId: Id) => void;
}

const noTiers: never[] = [];

/** 客户阶梯: what each tier brings and costs over a period, who came, went and moved, with the customers behind each number. */
export function LadderView({ preview, onOpenCustomer = showOnCustomersPage }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const colors = themes[useThemeName()];
  const chosen = useChosenPeriod();
  const today = useToday();
  const span = useMemo(() => ladderSpan(chosen, today), [chosen, today]);
  const filter = useLadderLook((look) => look.filter);
  const question = useMemo(() => ({ ...span, filter }), [span, filter]);
  const { ladder: last, error, slowJobId, isBehind, askAgain } = useLadder(question);
  // Figures of another period must not stand under this one when this one could not be had.
  const ladder = error !== null && isBehind ? null : last;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? noTiers;
  const [request, setRequest] = useState<LadderListRequest | null>(null);
  const shape = useMemo(() => ladder && ladderShape(ladder, preview?.moves ?? ladder.moves), [ladder, preview]);
  const look = useMemo(() => {
    const colorOfTier = (tierId: Id | null) => tiers.find(({ id }) => id === tierId)?.color ?? null;
    const tipOf = (tierId: Id | null) => {
      const step = ladder?.steps.find((each) => each.tierId === tierId);
      return ladder && step ? stepTip(t, ladder, step, tiers.find(({ id }) => id === tierId) ?? null) : null;
    };
    return shape && { colors, words: drawingWords(t, tiers, shape, language), colorOfTier, tipOf };
  }, [ladder, shape, colors, tiers, t, language]);
  const onSpot = useCallback(
    (spot: LadderSpot) => {
      const wish = requestOf(spot, shape?.borders ?? []);
      // Who would move is listed beside, with the reasons.
      if (wish && !(spot.kind === 'border' && preview)) setRequest(wish);
    },
    [shape, preview],
  );
  const taking = useLadderExport({ ladder, shape, tiers, span });
  const leave = (customerId: Id) => {
    setRequest(null);
    onOpenCustomer(customerId);
  };
  return (
    <section
      className={styles.view}
      aria-label={t('ladder.title')}
      aria-busy={error === null && (ladder === null || isBehind)}
    >
      <LadderBar chosen={chosen} span={span} onExport={taking.save} onPrint={taking.print} />
      <div className={styles.scroll}>
        <LadderHead ladder={ladder} tiers={tiers} isPreview={preview !== null} slowJobId={slowJobId} />
        <div className={styles.chart}>
          {ladder && shape && look && ladder.total.customers > 0 && (
            <LadderChart shape={shape} look={look} label={headlineText(t, ladder)} onSpot={onSpot} />
          )}
          {ladder?.total.customers === 0 && <NobodyHere hasFilter={Object.keys(filter).length > 0} chosen={chosen} />}
          {error && ladder === null && (
            <EmptyState title={errorText(t, error)}>
              <Button onClick={askAgain}>{t('action.retry')}</Button>
            </EmptyState>
          )}
        </div>
        <div className={styles.figures}>
          <LadderFigures ladder={ladder} onOpen={setRequest} />
        </div>
        {ladder && (
          <div className={styles.tables}>
            <div className={styles.table}>
              <StepTable ladder={ladder} tiers={tiers} onOpen={setRequest} />
            </div>
            <LadderNotes ladder={ladder} tiers={tiers} onOpen={setRequest} />
            {ladder.total.profit && <h3 className={styles.heading}>{t('ladder.profit')}</h3>}
            <div className={styles.table}>
              <ProfitTable ladder={ladder} tiers={tiers} onOpen={setRequest} />
            </div>
          </div>
        )}
      </div>
      {request && ladder && (
        <LadderList
          ladderId={ladder.ladderId}
          request={request}
          title={listTitle(t, tiers, request, ladder)}
          hasMoney={ladder.total.profit !== null}
          onExpired={askAgain}
          onOpen={leave}
          onClose={() => setRequest(null)}
        />
      )}
    </section>
  );
}

function requestOf(
  spot: LadderSpot,
  borders: NonNullable<ReturnType<typeof ladderShape>>['borders'],
): LadderListRequest | null {
  if (spot.kind === 'half') return { list: 'half' };
  if (spot.kind === 'step') return { list: 'customers', tierId: spot.tierId };
  const border = borders.find(({ at }) => at === spot.at);
  if (!border) return null;
  const moves = border.moves.filter(({ isUp }) => isUp === spot.isUp);
  return {
    list: spot.isUp ? 'upgraded' : 'downgraded',
    moves: moves.map(({ fromTierId, toTierId }) => ({ fromTierId, toTierId })),
  };
}

function showOnCustomersPage(customerId: Id): void {
  openCustomer(customerId);
  goTo('customers');
}
