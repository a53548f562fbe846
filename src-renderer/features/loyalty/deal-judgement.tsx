import type { Id } from '../../../src-shared/core/id.ts';
import { InlineField } from '../../components/inline-field.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';
import { RatingRow } from './rating-row.tsx';

interface Props {
  readonly customerId: Id;
  readonly ownerId: Id | null;
  readonly isReadOnly: boolean;
}

/** 交易动机 and 麻烦程度 beside the terms advice: people say them, nothing is reckoned from them (domain §3). */
export function DealJudgement({ customerId, ownerId, isReadOnly }: Props) {
  const { t } = useWindowWords();
  const mayJudge = useMay('follow_ups.edit', ownerId) && !isReadOnly;
  const read = useRead('loyalty', 'get', { customerId }).data;
  if (!read) return null;
  const { dealMotive, troubleLevel } = read.assessment;
  return (
    <section className={styles.section} aria-label={t('loyalty.deal')}>
      <h3 className={styles.title}>{t('loyalty.deal')}</h3>
      <p className={styles.hint}>{t('loyalty.dealWords')}</p>
      <InlineField
        label={t('loyalty.motive')}
        value={dealMotive}
        draftKey={`customer:${customerId}:dealMotive`}
        isReadOnly={!mayJudge}
        onSave={async (typed) => {
          const motive = typed.trim() === '' ? null : typed;
          await reported(
            client.loyalty.assess({ customerId, fields: { dealMotive: motive } }),
            t('pane.changed', { field: t('loyalty.motive') }),
          );
          return null;
        }}
      />
      <div className={styles.ratings} data-ratings>
        <RatingRow
          label={t('loyalty.trouble')}
          low={t('loyalty.troubleLow')}
          high={t('loyalty.troubleHigh')}
          value={troubleLevel}
          isReadOnly={!mayJudge}
          onRate={(value) =>
            void reported(
              client.loyalty.assess({ customerId, fields: { troubleLevel: value } }),
              t('loyalty.rated', { rating: t('loyalty.trouble'), level: value ?? '—' }),
              `assessment:${customerId}`,
            )
          }
        />
      </div>
    </section>
  );
}
