import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { builtInHolidayYears } from '../../../src-shared/workdays/statutory-holidays.ts';
import type { HolidayYear } from '../../../src-shared/workdays/work-calendar.ts';
import { SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { reported, sayError, settled } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useDraft } from '../../state/drafts.ts';
import { draftOfYear, emptyDraft, type HolidayDraft, holidayDraftSchema } from './holiday-draft.ts';
import { HolidayYearForm } from './holiday-year-form.tsx';
import styles from './workdays-section.module.css';
import { yearCountsText, yearDaysText, yearFileProblemText } from './year-text.ts';

/** Before the end of what is known it is said that the next year is missing. */
const warnedDays = 60;

/** 节假日: known until when, the years the user gave, a new one by hand or from a file, and the built-in ones. */
export function WorkdaysSection() {
  const { t } = useTranslation();
  const years = useRead('workdays', 'years', {}).data;
  const mayEdit = useReach('settings.edit') !== null;
  const draft = useDraft('holidays', holidayDraftSchema);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  if (!years) return null;
  const { userYears, knownUntilYear } = years;
  const open = (next: HolidayDraft) => {
    setFileProblem(null);
    draft.set(next);
  };
  const readFile = async () => {
    const done = await settled(client.workdays.readYearFile({}));
    if (!done.ok) return sayError(done.error);
    const file = done.value;
    if (file.state === 'read') return open(draftOfYear(file.year, file.fileName));
    if (file.state === 'refused')
      setFileProblem(t('workdays.file.refused', { file: file.fileName, why: yearFileProblemText(t, file.problem) }));
  };
  return (
    <SettingsSection
      title={t('settings.section.workdays')}
      words={t('workdays.knownUntil', { year: knownUntilYear })}
      {...(mayEdit
        ? {
            action: (
              <span className={styles.buttons}>
                <Button onClick={() => void readFile()}>{t('workdays.fromFile')}</Button>
                <Button
                  type="primary"
                  disabled={draft.value !== null}
                  onClick={() => open(emptyDraft(knownUntilYear + 1, latestNames()))}
                >
                  {t('workdays.enterYear', { year: knownUntilYear + 1 })}
                </Button>
              </span>
            ),
          }
        : {})}
    >
      <MissingYear knownUntilYear={knownUntilYear} />
      {fileProblem && (
        <p className={styles.problem} role="alert">
          {fileProblem}
        </p>
      )}
      {mayEdit && draft.value && (
        <HolidayYearForm
          draft={draft.value}
          isReplacing={userYears.some(({ year }) => year === draft.value?.year)}
          onChange={draft.set}
          onClose={draft.clear}
        />
      )}
      <ul className={styles.years}>
        {userYears.map((year) => (
          <li key={year.year} className={styles.year}>
            <YearLine year={year}>
              {mayEdit && (
                <>
                  <button type="button" className={styles.link} onClick={() => open(draftOfYear(year, null))}>
                    {t('workdays.change')}
                  </button>
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={t('workdays.removeOf', { year: year.year })}
                    onClick={() =>
                      void reported(
                        client.workdays.removeYear({ year: year.year }),
                        t('workdays.removed', { year: year.year }),
                      )
                    }
                  >
                    {t('workdays.remove')}
                  </button>
                </>
              )}
            </YearLine>
          </li>
        ))}
      </ul>
      <details className={styles.builtIn}>
        <summary>
          {t('workdays.builtIn', { from: builtInHolidayYears[0]?.year, to: builtInHolidayYears.at(-1)?.year })}
        </summary>
        <ul className={styles.years}>
          {builtInHolidayYears.toReversed().map((year) => (
            <li key={year.year} className={styles.year}>
              <YearLine year={year} />
            </li>
          ))}
        </ul>
      </details>
    </SettingsSection>
  );
}

/** The holidays of a notice, as the last built-in year names them. */
function latestNames(): readonly string[] {
  return [...new Set(builtInHolidayYears.at(-1)?.days.map(({ name }) => name))];
}

function MissingYear({ knownUntilYear }: { readonly knownUntilYear: number }) {
  const { t } = useTranslation();
  const today = useToday();
  const end = calendarDate(knownUntilYear, 12, 31);
  if (!end || daysBetween(today, end) > warnedDays) return null;
  return (
    <p className={styles.missing} role="status">
      {t('workdays.missing', { year: knownUntilYear + 1 })}
    </p>
  );
}

function YearLine({ year, children }: { readonly year: HolidayYear; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.yearHead}>
        <strong>{t('workdays.year', { year: year.year })}</strong>
        <span className={styles.side}>{yearCountsText(t, year)}</span>
        <span className={styles.gap} />
        {children}
      </div>
      <div className={styles.side}>{yearDaysText(t, year)}</div>
    </>
  );
}
