import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { importTargets, isImportKey } from '../../../src-shared/files-in/import-targets.ts';
import type { ColumnMapping, ImportPlan, ProposedColumn } from '../../../src-shared/files-in/imports-contract.ts';
import { notifyDone } from '../../state/toasts.ts';
import styles from './columns-step.module.css';
import { changeMapping, useImport } from './import-store.ts';
import { columnLetter, columnToFree, withField } from './mapping-draft.ts';
import { importFieldText } from './row-words.ts';

interface Props {
  readonly plan: ImportPlan;
  readonly mapping: ColumnMapping;
}

const ignored = '';

/** Every column of the sheet with what it holds, and the field it goes to. */
export function ColumnTable({ plan, mapping }: Props) {
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.running !== null);
  const target = importTargets[plan.target];
  const options = useMemo(() => {
    const { name, fields } = target;
    const fieldsOf = (of: 'main' | 'child') =>
      fields.filter((field) => field.of === of).map(({ key }) => ({ value: key, label: importFieldText(t, key) }));
    const further = fieldsOf('child');
    return [
      { value: ignored, label: t('imports.columns.ignored') },
      { label: t(`imports.columns.group.${name}`), options: fieldsOf('main') },
      ...(further.length === 0 ? [] : [{ label: t(`imports.columns.further.${name}`), options: further }]),
    ];
  }, [t, target]);
  const titleOf = (column: ProposedColumn) =>
    column.header || t('imports.columns.noHeader', { letter: columnLetter(column.column) });
  const choose = (column: number, value: string) => {
    const field = isImportKey(value) ? value : null;
    const freed = field === null ? null : columnToFree(target, mapping, column, field);
    const freedColumn = plan.columns.find((each) => each.column === freed);
    changeMapping(withField(target, mapping, column, field));
    if (field !== null && freedColumn) {
      notifyDone(t('imports.columns.freed', { column: titleOf(freedColumn), field: importFieldText(t, field) }));
    }
  };
  return (
    <section className={styles.table} aria-label={t('imports.columns.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('imports.columns.head.column')}</th>
            <th scope="col">{t('imports.columns.head.samples')}</th>
            <th scope="col">{t('imports.columns.head.field')}</th>
            <th scope="col">{t('imports.columns.head.match')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.columns.map((column) => {
            const field = mapping.columns.find((each) => each.column === column.column)?.field ?? null;
            return (
              <tr key={column.column} className={styles.row} data-ignored={field === null || undefined}>
                <td className={column.header ? styles.header : styles.noHeader} title={column.header}>
                  {titleOf(column)}
                </td>
                <td className={styles.samples} title={column.samples.join('\n')}>
                  {column.samples.map((sample) => (
                    <span key={sample} className={styles.sample}>
                      {sample}
                    </span>
                  ))}
                </td>
                <td>
                  <Select
                    size="small"
                    className={styles.select ?? ''}
                    aria-label={t('imports.columns.field', { letter: columnLetter(column.column) })}
                    value={field ?? ignored}
                    options={options}
                    disabled={isBusy}
                    showSearch={{ optionFilterProp: 'label' }}
                    onChange={(value) => choose(column.column, value)}
                  />
                </td>
                <td>
                  <MatchWords column={column} field={field} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Why the column goes where it goes; a guess asks to be looked at. */
function MatchWords({ column, field }: { readonly column: ProposedColumn; readonly field: string | null }) {
  const { t } = useTranslation();
  if (field !== column.field) return <span className={styles.match}>{t('imports.columns.byHand')}</span>;
  if (field === null) return null;
  return column.confidence === 'header' ? (
    <span className={styles.match}>{t('imports.columns.byHeader')}</span>
  ) : (
    <span className={styles.unsure}>{t('imports.columns.byValues')}</span>
  );
}
