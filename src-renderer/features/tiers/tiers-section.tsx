import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../src-shared/core/id.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import table from '../../components/list-table.module.css';
import { SettingsSection } from '../../components/settings-section.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useDraft } from '../../state/drafts.ts';
import {
  draftOf,
  isSameDraft,
  lineOf,
  listToSave,
  moved,
  newLine,
  problemsOf,
  type TierDraft,
  tierDraftSchema,
  withLine,
} from './tier-draft.ts';
import { TierRow } from './tier-row.tsx';
import styles from './tiers-section.module.css';
import { useAdvisedLevels } from './use-advised-levels.ts';

/** The tiers as one list that is saved whole; unsaved changes survive a page change and a crash. */
export function TiersSection() {
  const { t } = useTranslation();
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  const mayEdit = useReach('tiers.edit') !== null;
  return (
    <SettingsSection title={t('settings.section.tiers')} words={t(mayEdit ? 'tiers.words' : 'settings.readOnly')}>
      {tiers && <TierEditor tiers={tiers} mayEdit={mayEdit} />}
    </SettingsSection>
  );
}

function TierEditor({ tiers, mayEdit }: { readonly tiers: readonly Tier[]; readonly mayEdit: boolean }) {
  const { t } = useTranslation();
  const kept = useDraft('tiers', tierDraftSchema);
  const advised = useAdvisedLevels();
  const saved = draftOf(tiers);
  const draft = kept.value ?? saved;
  const isChanged = !isSameDraft(draft, saved);
  const problems = problemsOf(draft);
  const list = listToSave(draft);
  const archived = tiers.filter((tier) => tier.isArchived && draft.every((line) => line.id !== tier.id));
  const [dragged, setDragged] = useState<number | null>(null);
  const set = (next: TierDraft) => (isSameDraft(next, saved) ? kept.clear() : kept.set(next));
  const save = async () => {
    if (!list) return;
    const done = await reported(client.tiers.save({ tiers: list }), t('tiers.saved'));
    if (done) kept.clear();
  };
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            {mayEdit && <th className={styles.handle} title={t('tiers.order')} />}
            <th scope="col">{t('tiers.name')}</th>
            <th scope="col">{t('tiers.color')}</th>
            <th scope="col">{t('tiers.isKey')}</th>
            <th scope="col">{t('tiers.cadence')}</th>
            <th scope="col">{t('tiers.level')}</th>
            <th scope="col">{t('tiers.promise')}</th>
            <th scope="col" className={table.number}>
              {t('tiers.customers')}
            </th>
            {mayEdit && <th aria-hidden />}
          </tr>
        </thead>
        <tbody>
          {draft.map((line, index) => (
            <TierRow
              key={line.key}
              line={line}
              index={index}
              isLast={index === draft.length - 1}
              isOnly={draft.length === 1}
              problem={problems.get(line.key) ?? null}
              customerCount={tiers.find((tier) => tier.id === line.id)?.customerCount ?? 0}
              advisedLevel={line.id === null ? null : (advised.get(line.id) ?? null)}
              mayEdit={mayEdit}
              onChange={(change) => set(withLine(draft, line.key, change))}
              onMove={(to) => set(moved(draft, index, to))}
              onRemove={() => set(draft.filter((each) => each.key !== line.key))}
              onDragStart={() => setDragged(index)}
              onDropHere={() => {
                if (dragged !== null) set(moved(draft, dragged, index));
                setDragged(null);
              }}
            />
          ))}
        </tbody>
      </table>
      {mayEdit && (
        <div className={table.add}>
          <Button
            size="small"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            onClick={() => set([...draft, newLine(draft, newId())])}
          >
            {t('tiers.add')}
          </Button>
          <span className={styles.gap} role="status">
            {isChanged && t('tiers.unsaved')}
          </span>
          {isChanged && (
            <>
              <Button size="small" onClick={kept.clear}>
                {t('tiers.discard')}
              </Button>
              <Button size="small" type="primary" disabled={list === null} onClick={() => void save()}>
                {t('tiers.save')}
              </Button>
            </>
          )}
        </div>
      )}
      {archived.length > 0 && (
        <>
          <h3 className={styles.title}>{t('tiers.archived')}</h3>
          <ul className={styles.archived}>
            {archived.map((tier) => (
              <li key={tier.id}>
                <TierBadge tier={tier} />
                {mayEdit && (
                  <button type="button" className={table.link} onClick={() => set([...draft, lineOf(tier)])}>
                    {t('tiers.restore')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
