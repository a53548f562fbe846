import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../ipc/client.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { notifyProblem } from '../../../state/toasts.ts';
import styles from './overview.module.css';
import { type ReadCustomer, saveCustomer } from './save-field.ts';

interface Props {
  readonly customer: ReadCustomer;
  readonly mayEdit: boolean;
}

/** Tags by name; a name that is new is made when it is chosen. */
export function TagField({ customer, mayEdit }: Props) {
  const { t } = useTranslation();
  const tags = useRead('tags', 'list', {}).data?.tags ?? [];
  const [isSaving, setSaving] = useState(false);
  const names = customer.tagIds.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? []);
  const save = async (chosen: readonly string[]) => {
    setSaving(true);
    const ids = await tagIdsOf(chosen, tags);
    if (ids) {
      const said = await saveCustomer(customer, {}, t('column.tags'), ids);
      if (said !== null) notifyProblem(said);
    }
    setSaving(false);
  };
  return (
    <Select<string[]>
      mode="tags"
      size="small"
      variant="borderless"
      className={styles.wide ?? ''}
      disabled={!mayEdit || isSaving}
      aria-label={t('column.tags')}
      placeholder={mayEdit ? t('pane.addTag') : ''}
      maxCount={50}
      value={names}
      options={tags.map((tag) => ({ value: tag.name, label: tag.name }))}
      onChange={(chosen) => void save(chosen)}
    />
  );
}

/** Ids for names, making the tags that are new; null when one could not be made, which has then been said. */
export async function tagIdsOf(
  names: readonly string[],
  tags: readonly { readonly id: string; readonly name: string }[],
): Promise<string[] | null> {
  const ids: string[] = [];
  for (const name of names) {
    const known = tags.find((tag) => tag.name === name);
    if (known) {
      ids.push(known.id);
      continue;
    }
    const made = await settled(client.tags.create({ name }));
    if (!made.ok) {
      sayError(made.error);
      return null;
    }
    ids.push(made.value.id);
  }
  return ids;
}
