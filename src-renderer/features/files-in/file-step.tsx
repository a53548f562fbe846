import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DropArea } from '../../components/drop-area.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { JobProgressLine } from '../../components/job-progress.tsx';
import styles from './file-step.module.css';
import { chooseFile, takeFile } from './import-flow.ts';
import { useImport } from './import-store.ts';
import { SheetChoice } from './sheet-choice.tsx';
import { spreadsheetProblemText } from './spreadsheet-problem-text.ts';

const tips = ['tipHeader', 'tipMatch', 'tipCheck', 'tipUndo'] as const;

/** Step 1: the file, and its sheet when there are several. */
export function FileStep() {
  const { t } = useTranslation();
  const running = useImport((state) => state.running);
  const sheets = useImport((state) => state.sheets);
  const fileName = useImport((state) => state.fileName);
  const wanted = useImport((state) => state.wanted);
  return (
    <FileDrop onPath={(path) => void takeFile(path)} isDisabled={running !== null}>
      <div className={styles.page}>
        {running ? (
          <section className={styles.working}>
            <h2 className={styles.title}>{fileName}</h2>
            <JobProgressLine jobId={running.jobId} title={t(`imports.running.${running.work}`)} />
          </section>
        ) : sheets.length > 0 ? (
          <>
            <Refusal />
            <SheetChoice sheets={sheets} />
          </>
        ) : (
          <>
            <h2 className={styles.title}>
              {t(wanted === null || wanted === 'customers' ? 'imports.file.title' : `imports.startOf.${wanted}`)}
            </h2>
            <p className={styles.words}>{t('imports.file.words')}</p>
            <Refusal />
            <DropArea label={t('imports.drop.choose')} onChoose={() => void chooseFile()} />
            <h3 className={styles.tipsTitle}>{t('imports.file.tips')}</h3>
            <ul className={styles.tips}>
              {tips.map((tip) => (
                <li key={tip}>{t(`imports.file.${tip}`)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </FileDrop>
  );
}

function Refusal() {
  const { t } = useTranslation();
  const refused = useImport((state) => state.refused);
  if (!refused) return null;
  return (
    <div className={styles.refusal} role="alert">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <strong>{t('imports.refused.title', { file: refused.fileName })}</strong>
        <p>{spreadsheetProblemText(t, refused.problem)}</p>
      </div>
    </div>
  );
}
