import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Ladder, LadderStep, ProfitParts } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import type { LadderListRequest, OpenLadderList } from './ladder-list-request.ts';
import { meanText, shareText } from './ladder-numbers.ts';
import styles from './ladder-tables.module.css';

interface Props {
  readonly ladder: Ladder;
  readonly tiers: readonly Tier[];
  readonly onOpen: OpenLadderList;
}

/** The numbers of the drawing, with who came and went and what relationship suits. */
export function StepTable({ ladder, tiers, onOpen }: Props) {
  const { t } = useTranslation();
  const { total } = ladder;
  const hasMoney = total.profit !== null;
  const steps = shownSteps(ladder);
  return (
    <table className={styles.table} aria-label={t('ladder.steps')}>
      <thead>
        <tr>
          <th>{t('ladder.column.tier')}</th>
          <th className={styles.number}>{t('ladder.column.customers')}</th>
          <th className={styles.number}>{t('ladder.column.share')}</th>
          {hasMoney && <th className={styles.number}>{t('ladder.column.sales')}</th>}
          {hasMoney && <th className={styles.number}>{t('ladder.column.share')}</th>}
          {hasMoney && <th className={styles.number}>{t('ladder.column.meanSales')}</th>}
          {hasMoney && <th className={styles.number}>{t('ladder.column.meanProfit')}</th>}
          <th className={styles.number}>{t('ladder.figure.new')}</th>
          <th className={styles.number}>{t('ladder.figure.won_back')}</th>
          <th className={styles.number}>{t('ladder.figure.lost')}</th>
          <th>{t('ladder.column.level')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const tier = tiers.find(({ id }) => id === step.tierId) ?? null;
          const { tierId } = step;
          const name = stepName(t, tier);
          return (
            <tr key={tierId ?? 'none'}>
              <td>{tier ? <TierBadge tier={tier} /> : <span className={styles.quiet}>{t('tier.none')}</span>}</td>
              <td className={styles.number}>
                <Count name={name} count={step.customers} request={{ list: 'customers', tierId }} onOpen={onOpen} />
              </td>
              <td className={styles.share}>{shareText(step.customers, total.customers) ?? '—'}</td>
              {hasMoney && <td className={styles.number}>{moneyText(step.salesFen)}</td>}
              {hasMoney && <td className={styles.share}>{shareText(step.salesFen, total.salesFen) ?? '—'}</td>}
              {hasMoney && (
                <td className={styles.number}>{step.meanSalesFen === null ? '—' : meanText(step.meanSalesFen)}</td>
              )}
              {hasMoney && <MeanProfit step={step} />}
              <td className={styles.number}>
                <Count name={name} count={step.new} request={{ list: 'new', tierId }} onOpen={onOpen} />
              </td>
              <td className={styles.number}>
                <Count name={name} count={step.wonBack} request={{ list: 'won_back', tierId }} onOpen={onOpen} />
              </td>
              <td className={styles.number}>
                <Count name={name} count={step.lost} request={{ list: 'lost', tierId }} onOpen={onOpen} />
              </td>
              <td>
                <Level step={step} tier={tier} />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('ladder.total')}</td>
          <td className={styles.number}>
            <Count name={t('ladder.total')} count={total.customers} request={{ list: 'customers' }} onOpen={onOpen} />
          </td>
          <td />
          {hasMoney && <td className={styles.number}>{moneyText(total.salesFen)}</td>}
          {hasMoney && <td />}
          {hasMoney && (
            <td className={styles.number}>
              {total.customers === 0 ? '—' : meanText(total.salesFen / total.customers)}
            </td>
          )}
          {total.profit && (
            <td className={styles.number} data-loss={total.profit.profitFen < 0 || undefined}>
              {total.customers === 0 ? '—' : meanText(total.profit.profitFen / total.customers)}
            </td>
          )}
          <td className={styles.number}>
            <Count name={t('ladder.total')} count={ladder.new} request={{ list: 'new' }} onOpen={onOpen} />
          </td>
          <td className={styles.number}>
            <Count name={t('ladder.total')} count={ladder.wonBack} request={{ list: 'won_back' }} onOpen={onOpen} />
          </td>
          <td className={styles.number}>
            <Count name={t('ladder.total')} count={ladder.lost} request={{ list: 'lost' }} onOpen={onOpen} />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** 未分级 only where somebody stands there or left from there. */
export function shownSteps({ steps }: Ladder): readonly LadderStep[] {
  return steps.filter(({ tierId, customers, lost }) => tierId !== null || customers > 0 || lost > 0);
}

function stepName(t: TFunction, tier: Tier | null): string {
  return tier ? t('tier.named', { name: tier.name }) : t('tier.none');
}

function MeanProfit({ step: { meanSalesFen, meanCostFen } }: { readonly step: LadderStep }) {
  if (meanSalesFen === null || meanCostFen === null) return <td className={styles.number}>—</td>;
  const mean = meanSalesFen - meanCostFen;
  return (
    <td className={styles.number} data-loss={mean < 0 || undefined}>
      {meanText(mean)}
    </td>
  );
}

interface CountProps {
  /** Of which step, or of all. */
  readonly name: string;
  readonly count: number;
  readonly request: LadderListRequest;
  readonly onOpen: OpenLadderList;
}

/** A number that opens its customers. */
function Count({ name, count, request, onOpen }: CountProps) {
  const { t } = useTranslation();
  if (count === 0) return <span className={styles.quiet}>0</span>;
  const shown = countText(count);
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('ladder.openList', { name, count, shown, what: t(`ladder.listOf.${request.list}`) })}
      onClick={() => onOpen(request)}
    >
      {shown}
    </button>
  );
}

/** The level its tier has; beside it the one that its number and margin would suggest, where that is another. */
function Level({ step, tier }: { readonly step: LadderStep; readonly tier: Tier | null }) {
  const { t } = useTranslation();
  const { advisedLevel } = step;
  const has = tier === null ? '—' : t(`relationshipLevel.${tier.relationshipLevel}`);
  if (tier === null || advisedLevel === null || step.customers === 0 || advisedLevel === tier.relationshipLevel)
    return has;
  return (
    <>
      {has}{' '}
      <span className={styles.advice}>{t('ladder.advised', { level: t(`relationshipLevel.${advisedLevel}`) })}</span>
    </>
  );
}

const parts = ['salesFen', 'goodsCostFen', 'concessionFen', 'serviceFen', 'writeOffFen', 'profitFen'] as const;

/** What is left of each tier's sales, and what took the rest. */
export function ProfitTable({ ladder, tiers, onOpen }: Props) {
  const { t } = useTranslation();
  const { total } = ladder;
  if (total.profit === null) return null;
  return (
    <table className={styles.table} aria-label={t('ladder.profit')}>
      <thead>
        <tr>
          <th>{t('ladder.column.tier')}</th>
          {parts.map((part) => (
            <th key={part} className={styles.number}>
              {t(`ladder.part.${part}`)}
            </th>
          ))}
          <th className={styles.number}>{t('ladder.column.margin')}</th>
        </tr>
      </thead>
      <tbody>
        {shownSteps(ladder).map(({ tierId, profit, customers }) => {
          const tier = tiers.find(({ id }) => id === tierId) ?? null;
          const name = stepName(t, tier);
          return (
            <tr key={tierId ?? 'none'}>
              <td>{tier ? <TierBadge tier={tier} /> : <span className={styles.quiet}>{t('tier.none')}</span>}</td>
              {profit && (
                <Parts
                  profit={profit}
                  opens={
                    customers === 0 ? null : { name, open: () => onOpen({ list: 'customers', tierId, sort: 'profit' }) }
                  }
                />
              )}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('ladder.total')}</td>
          <Parts
            profit={total.profit}
            opens={{ name: t('ladder.total'), open: () => onOpen({ list: 'customers', sort: 'profit' }) }}
          />
        </tr>
      </tfoot>
    </table>
  );
}

interface PartsProps {
  readonly profit: ProfitParts;
  /** Null: nobody stands there. */
  readonly opens: { readonly name: string; readonly open: () => void } | null;
}

function Parts({ profit, opens }: PartsProps) {
  const { t } = useTranslation();
  return (
    <>
      {parts.map((part) => (
        <td key={part} className={styles.number} data-loss={profit[part] < 0 || undefined}>
          {part === 'profitFen' && opens ? (
            <button
              type="button"
              className={styles.link}
              aria-label={t('ladder.openProfit', { name: opens.name, amount: moneyText(profit[part]) })}
              onClick={opens.open}
            >
              {moneyText(profit[part])}
            </button>
          ) : profit[part] === 0 ? (
            <span className={styles.quiet}>—</span>
          ) : (
            moneyText(profit[part])
          )}
        </td>
      ))}
      <td className={styles.share}>{shareText(profit.profitFen, profit.salesFen) ?? '—'}</td>
    </>
  );
}
