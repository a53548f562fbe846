import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../src-shared/files-in/imports-contract.ts';
import { countText } from '../../text/number-text.ts';
import styles from './check-step.module.css';
import type { RowFilter } from './import-store.ts';

interface Props {
  readonly check: ImportCheck;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}

const groups = ['error', 'question', 'skip', 'update', 'new', 'notice'] as const;

/** Why rows are as they are, with counts; a reason shows its rows, the same once more shows all. */
export function CheckReasons({ check, filter, onFilter }: Props) {
  const { t } = useTranslation();
  return (
    <aside className={styles.reasons} aria-label={t('imports.check.reasons')}>
      {groups.map((group) => {
        const reasons = check.reasons.filter((each) => each.group === group);
        if (reasons.length === 0) return null;
        const result = group === 'notice' ? null : group;
        return (
          <ul key={group} className={styles.group}>
            <li>
              {group === 'notice' ? (
                <span className={styles.groupTitle}>{t('imports.check.notice')}</span>
              ) : (
                <button
                  type="button"
                  className={styles.groupTitle}
                  aria-pressed={filter.result === group && filter.reason === null}
                  onClick={() => onFilter({ result: group, reason: null })}
                >
                  <span className={styles.label}>{t(`imports.result.${group}`)}</span>
                  <span className={styles.number} data-group={group}>
                    {countText(check[group])}
                  </span>
                </button>
              )}
            </li>
            {reasons.map(({ reason, rows }) => {
              const isOn = filter.reason === reason && filter.result === result;
              return (
                <li key={reason}>
                  <button
                    type="button"
                    className={styles.reason}
                    aria-pressed={isOn}
                    onClick={() => onFilter(isOn ? { result: null, reason: null } : { result, reason })}
                  >
                    <span className={styles.label}>{t(`imports.reason.${reason}`)}</span>
                    <span className={styles.number} data-group={group}>
                      {countText(rows)}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        );
      })}
      <p className={styles.hints}>
        {t('imports.check.edit')}
        <br />
        {t('imports.check.blank')}
      </p>
    </aside>
  );
}
