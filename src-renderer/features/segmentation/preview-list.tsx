import { Button, Checkbox } from 'antd';
import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { PreviewRow, TierPreview } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { TabStrip } from '../../components/tab-strip.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { type BecauseWords, becauseText, scorePartsText } from './because-text.ts';
import { tickCustomer, useMethodStore } from './method-store.ts';
import styles from './preview.module.css';
import { usePreviewRows, type PreviewList as Which } from './use-preview-rows.ts';

interface Props {
  readonly preview: TierPreview;
  readonly words: BecauseWords;
  readonly tiers: readonly Tier[];
  /** Only what can be applied can be ticked off. */
  readonly mayTick: boolean;
  readonly onOpen: (customerId: Id) => void;
  readonly onExpired: () => void;
}

const always = ['up', 'down'] as const;
const whenAny = ['first', 'pinned', 'new'] as const;

/** Who moves and why; each can be left as it is this time. */
export function PreviewList({ preview, words, tiers, mayTick, onOpen, onExpired }: Props) {
  const { t } = useTranslation();
  const lists: readonly Which[] = [...always, ...whenAny.filter((step) => preview[step] > 0)];
  const [chosen, setChosen] = useState<Which | null>(null);
  // Until one is chosen, the first list with somebody in it.
  const which = chosen && lists.includes(chosen) ? chosen : (lists.find((step) => preview[step] > 0) ?? 'up');
  const found = usePreviewRows(preview.previewId, which, onExpired);
  const exceptIds = useMethodStore((state) => state.exceptIds);
  const canTick = mayTick && which !== 'pinned' && which !== 'new';
  return (
    <section className={styles.lists} aria-label={t('segmentation.whoMoves')}>
      <div className={styles.tabs}>
        <TabStrip
          label={t('segmentation.whoMoves')}
          items={lists.map((key) => ({ key, label: t(`segmentation.step.${key}`), count: preview[key] }))}
          current={which}
          onChoose={setChosen}
          controls="preview-list"
        />
      </div>
      <div id="preview-list" role="tabpanel" aria-label={t(`segmentation.step.${which}`)}>
        {found && found.total === 0 && <p className={styles.nobody}>{t(`segmentation.nobody.${which}`)}</p>}
        <ul className={styles.rows}>
          {found?.rows.map((row) => (
            <Row
              key={row.customerId}
              row={row}
              words={words}
              tiers={tiers}
              isTicked={canTick ? !exceptIds.has(row.customerId) : null}
              onOpen={onOpen}
            />
          ))}
        </ul>
        {found?.hasMore && (
          <div className={styles.more}>
            <Button size="small" onClick={found.loadMore}>
              {t('segmentation.more')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: PreviewRow;
  readonly words: BecauseWords;
  readonly tiers: readonly Tier[];
  /** Null: there is nothing to tick. */
  readonly isTicked: boolean | null;
  readonly onOpen: (customerId: Id) => void;
}

function Row({ row, words, tiers, isTicked, onOpen }: RowProps) {
  const { t } = useTranslation();
  const parts = scorePartsText(words, row);
  const tierOf = (id: Id | null) => tiers.find((tier) => tier.id === id) ?? null;
  return (
    <li className={styles.row} data-off={isTicked === false || undefined}>
      {isTicked !== null && (
        <Checkbox
          aria-label={t('segmentation.tick', { name: row.customerName })}
          checked={isTicked}
          onChange={(event) => tickCustomer(row.customerId, event.target.checked)}
        />
      )}
      <span className={styles.move}>
        <TierBadge tier={tierOf(row.fromTierId)} />
        {row.fromTierId !== row.toTierId && (
          <>
            <MoveArrow row={row} tiers={tiers} />
            <TierBadge tier={tierOf(row.toTierId)} />
          </>
        )}
      </span>
      <span className={styles.who}>
        <button type="button" className={styles.name} onClick={() => onOpen(row.customerId)}>
          {row.customerName}
        </button>
        <span className={styles.why}>{becauseText(words, row)}</span>
        {parts && <span className={styles.parts}>{parts}</span>}
      </span>
    </li>
  );
}

function MoveArrow({ row, tiers }: { readonly row: PreviewRow; readonly tiers: readonly Tier[] }) {
  const { t } = useTranslation();
  const place = (id: Id | null) => {
    const at = tiers.findIndex((tier) => tier.id === id);
    return at === -1 ? tiers.length : at;
  };
  const step = row.fromTierId === null ? 'first' : place(row.toTierId) < place(row.fromTierId) ? 'up' : 'down';
  const Icon = { first: ArrowRight, up: ArrowUp, down: ArrowDown }[step];
  return (
    <Icon
      size={14}
      strokeWidth={1.75}
      className={styles.arrow}
      data-step={step}
      aria-label={t(`segmentation.step.${step}`)}
    />
  );
}
