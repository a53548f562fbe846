import { Switch } from 'antd';
import { Fragment } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Assessment } from '../../../src-shared/loyalty/assessment.ts';
import { loyaltyRatings } from '../../../src-shared/loyalty/loyalty.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';
import { NeedField } from './need-field.tsx';
import { PartBar } from './part-bar.tsx';
import type { ReadLoyalty } from './part-fact.ts';
import { RatingRow } from './rating-row.tsx';

interface Props {
  readonly customerId: Id;
  readonly read: ReadLoyalty;
  readonly isReadOnly: boolean;
}

/** What people judge of a customer, in fifteen seconds: five digits, the yearly need, seasonal or not. All saved in place. */
export function RatingsForm({ customerId, read, isReadOnly }: Props) {
  const { t } = useWindowWords();
  const { assessment, loyalty } = read;
  const save = (fields: Partial<Assessment>, said: string) =>
    reported(client.loyalty.assess({ customerId, fields }), said, `assessment:${customerId}`);
  return (
    <section className={styles.section} aria-label={t('loyalty.judged')}>
      <h3 className={styles.title}>
        {t('loyalty.judged')}
        {!isReadOnly && <span className={styles.hint}>{t('loyalty.keysHint')}</span>}
      </h3>
      <div className={styles.ratings} data-ratings>
        {loyaltyRatings.map((rating) => (
          <Fragment key={rating}>
            <RatingRow
              label={t(`loyalty.part.${rating}`)}
              low={t(`loyalty.low.${rating}`)}
              high={t(`loyalty.high.${rating}`)}
              value={assessment[rating]}
              isReadOnly={isReadOnly}
              onRate={(value) =>
                void save(
                  { [rating]: value },
                  t('loyalty.rated', { rating: t(`loyalty.part.${rating}`), level: value ?? '—' }),
                )
              }
            />
            <PartBar points={loyalty.parts[rating]} />
          </Fragment>
        ))}
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{t('loyalty.yearlyNeed')}</span>
        <NeedField
          value={assessment.yearlyNeedFen}
          isReadOnly={isReadOnly}
          onSave={async (yearlyNeedFen) => (await save({ yearlyNeedFen }, t('loyalty.needSaved'))) !== null}
        />
        <span className={styles.hint}>{t('loyalty.needWords')}</span>
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{t('loyalty.seasonal')}</span>
        <Switch
          size="small"
          aria-label={t('loyalty.seasonal')}
          disabled={isReadOnly}
          checked={assessment.isSeasonal}
          onChange={(isSeasonal) =>
            void save({ isSeasonal }, t(isSeasonal ? 'loyalty.seasonalOn' : 'loyalty.seasonalOff'))
          }
        />
        <span className={styles.hint}>{t('loyalty.seasonalWords')}</span>
      </div>
    </section>
  );
}
