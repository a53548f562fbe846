import { Button } from 'antd';
import { Download, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../src-shared/core/id.ts';
import type { OutputOfProcedure } from '../../../../src-shared/ipc/procedure.ts';
import type { segmentationContract } from '../../../../src-shared/tiers/segmentation-contract.ts';
import { TierBadge } from '../../../components/tier-badge.tsx';
import { client } from '../../../ipc/client.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { useReach } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { moneyText } from '../../../text/money-text.ts';
import { countText } from '../../../text/number-text.ts';
import styles from './rfm.module.css';
import { choiceTitle, type RfmChoice, rowsWish } from './rfm-choice.ts';

type Page = OutputOfProcedure<(typeof segmentationContract)['rfmRows']>;

interface Props {
  readonly rfmId: string;
  readonly choice: RfmChoice;
  readonly onOpen: (customerId: Id) => void;
  readonly onClose: () => void;
  readonly onExport: (choice: RfmChoice) => void;
  readonly onExpired: () => void;
}

/** The customers of a cell or a segment, with the values behind each score. */
export function RfmList({ rfmId, choice, onOpen, onClose, onExport, onExpired }: Props) {
  const { t } = useTranslation();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const mayExport = useReach('export.customers') !== null;
  const found = useRfmRows(rfmId, choice, onExpired);
  return (
    <div className={styles.list}>
      <header className={styles.listHead}>
        <h2>{choiceTitle(t, choice)}</h2>
        {found && (
          <span className={styles.total}>
            {t('rfm.customers', { count: found.page.total, shown: countText(found.page.total) })}
          </span>
        )}
        <span className={styles.gap} />
        {mayExport && found && found.page.total > 0 && (
          <Button
            size="small"
            icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
            onClick={() => onExport(choice)}
          >
            {t('rfm.export')}
          </Button>
        )}
        <button type="button" className={styles.icon} aria-label={t('action.close')} onClick={onClose}>
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </header>
      {choice.kind === 'segment' && <p className={styles.listAdvice}>{t(`rfm.advice.${choice.segment}`)}</p>}
      <ul className={styles.rows}>
        {found?.page.rows.map((row) => (
          <li key={row.customerId} className={styles.row}>
            <TierBadge tier={tiers.find(({ id }) => id === row.tierId) ?? null} />
            <span className={styles.who}>
              <button type="button" className={styles.name} onClick={() => onOpen(row.customerId)}>
                {row.customerName}
              </button>
              <span className={styles.why}>
                {t('rfm.values', {
                  count: row.recencyDays,
                  days: countText(row.recencyDays),
                  orders: countText(row.orders),
                  sales: moneyText(row.salesFen),
                })}
              </span>
            </span>
            <span className={styles.scores}>{t('rfm.scores', { r: row.r, f: row.f, m: row.m })}</span>
          </li>
        ))}
      </ul>
      {found && found.page.rows.length < found.page.total && (
        <div className={styles.more}>
          <Button size="small" onClick={found.loadMore}>
            {t('segmentation.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

const pageSize = 100;

function useRfmRows(rfmId: string, choice: RfmChoice, onExpired: () => void) {
  const asked = JSON.stringify(rowsWish(choice));
  const [shown, setShown] = useState<{ readonly asked: string; readonly page: Page } | null>(null);
  const read = async (offset: number) => {
    const page = await settled(client.segmentation.rfmRows({ rfmId, ...rowsWish(choice), offset, limit: pageSize }));
    if (page.ok) return page.value;
    if (page.error.kind === 'conflict' && page.error.reason === 'answer_expired') onExpired();
    else sayError(page.error);
    return null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the choice, equal when it says the same
  useEffect(() => {
    let isOver = false;
    void read(0).then((page) => {
      if (!isOver && page) setShown({ asked, page });
    });
    return () => {
      isOver = true;
    };
  }, [rfmId, asked]);
  if (shown?.asked !== asked) return null;
  const loadMore = async () => {
    const next = await read(shown.page.rows.length);
    if (!next) return;
    setShown((before) =>
      before?.asked === asked
        ? { asked, page: { rows: [...before.page.rows, ...next.rows], total: next.total } }
        : before,
    );
  };
  return { page: shown.page, loadMore: () => void loadMore() };
}
