import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import styles from './section.module.css';
import { Section } from './section.tsx';
import type { FailedSection as Failed, ListedSection } from './use-today.ts';
import { sectionIds } from './visit-sections.tsx';

interface Props {
  readonly of: ListedSection;
  /** Null: it was read, or is being read. */
  readonly failed: Failed | null;
}

/** In the place of a list that could not be read: why, and once more. */
export function FailedSection({ of, failed }: Props) {
  const { t } = useTranslation();
  if (failed === null) return null;
  return (
    <Section
      id={sectionIds[of]}
      title={t(`today.section.${of}`)}
      count={null}
      action={
        <Button size="small" type="text" onClick={failed.retry}>
          {t('action.retry')}
        </Button>
      }
    >
      <p className={styles.nothing} role="alert">
        {errorText(t, toAppError(failed.error))}
      </p>
    </Section>
  );
}
