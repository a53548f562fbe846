import { Select } from 'antd';
import { relationshipLevels } from '../../../src-shared/tiers/tier.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';
import type { JudgedCustomer } from './loyalty-panel.tsx';
import type { ReadLoyalty } from './part-fact.ts';

interface Props {
  readonly customer: JudgedCustomer;
  readonly read: ReadLoyalty;
  readonly mayEdit: boolean;
}

const ofTier = 'tier';

/** 关系水平: the tier's or his own, and what we owe him by it. */
export function RelationshipField({ customer, read, mayEdit }: Props) {
  const { t } = useWindowWords();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const tier = tiers.find(({ id }) => id === customer.tierId) ?? null;
  const tierWords =
    tier === null
      ? t('loyalty.levelNoTier')
      : t('loyalty.levelOfTier', {
          tier: t('tier.named', { name: tier.name }),
          level: t(`relationshipLevel.${tier.relationshipLevel}`),
        });
  const save = (chosen: string) => {
    const level = relationshipLevels.find((known) => known === chosen) ?? null;
    void reported(
      client.customers.update({ id: customer.id, fields: { relationshipLevel: level }, seenAt: customer.seenAt }),
      t('pane.changed', { field: t('field.relationshipLevel') }),
    );
  };
  return (
    <section className={styles.section} aria-label={t('field.relationshipLevel')}>
      <div className={styles.field}>
        <span className={styles.label}>{t('field.relationshipLevel')}</span>
        <Select
          size="small"
          className={styles.wide ?? ''}
          disabled={!mayEdit}
          aria-label={t('field.relationshipLevel')}
          value={read.ownRelationshipLevel ?? ofTier}
          options={[
            { value: ofTier, label: tierWords },
            ...relationshipLevels.map((level) => ({ value: level, label: t(`relationshipLevel.${level}`) })),
          ]}
          onChange={save}
        />
      </div>
      {read.relationshipLevel !== null && (
        <p className={styles.obliges}>{t(`loyalty.obliges.${read.relationshipLevel}`)}</p>
      )}
    </section>
  );
}
