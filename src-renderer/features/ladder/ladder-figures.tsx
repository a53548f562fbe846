import { useTranslation } from 'react-i18next';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import { countText } from '../../text/number-text.ts';
import { figuresOf } from './figures.ts';
import styles from './ladder-figures.module.css';
import type { OpenLadderList } from './ladder-list-request.ts';

interface Props {
  readonly ladder: Ladder | null;
  readonly onOpen: OpenLadderList;
}

/** 活跃, 新增, 流失, 赢回, 保持率, 升级, 降级: each with its share and with the customers behind it. */
export function LadderFigures({ ladder, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={styles.figures} aria-label={t('ladder.figures')}>
      {figuresOf(ladder).map(({ key, list, count, share, tone }) => {
        const label = t(`ladder.figure.${key}`);
        const isRate = key === 'retention';
        const shown = isRate ? (share ?? '—') : count === null ? '' : countText(count);
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.figure}
              disabled={count === null || count === 0}
              title={t(`ladder.figureMeans.${key}`)}
              onClick={() => onOpen({ list })}
            >
              <span className={styles.label}>{label}</span>
              <span className={styles.number} data-tone={count === 0 ? undefined : tone}>
                {shown}
              </span>
              <span className={styles.share}>
                {ladder === null
                  ? ''
                  : isRate
                    ? t('ladder.ofActive', { count: ladder.activeBefore, shown: countText(ladder.activeBefore) })
                    : (share ?? '—')}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
