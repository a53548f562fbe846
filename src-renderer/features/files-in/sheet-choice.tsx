import { Button, Radio } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText } from '../../../src-shared/files-in/sheet-cell.ts';
import type { SheetInfo } from '../../../src-shared/files-in/workbook-info.ts';
import { countText } from '../../text/number-text.ts';
import styles from './file-step.module.css';
import { endImport, openSheet } from './import-flow.ts';
import { columnLetter } from './mapping-draft.ts';

const sampleRows = 8;
const sampleColumns = 12;

/** Which of several sheets, with its first rows beside it; a hidden sheet is offered and never chosen by itself. */
export function SheetChoice({ sheets }: { readonly sheets: readonly SheetInfo[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(() => firstChoice(sheets));
  const sheet = sheets.find((each) => each.index === chosen);
  return (
    <section>
      <h2 className={styles.title}>{t('imports.sheet.title')}</h2>
      <p className={styles.words}>{t('imports.sheet.words', { count: sheets.length })}</p>
      <Radio.Group
        className={styles.sheets ?? ''}
        value={chosen}
        onChange={(event) => setChosen(Number(event.target.value))}
        options={sheets.map((each) => ({
          value: each.index,
          disabled: each.rows === 0,
          label: (
            <>
              {each.name}
              <span className={styles.sheetWords}>{sheetWords(t, each)}</span>
            </>
          ),
        }))}
      />
      {sheet && (
        <>
          {sheet.hiddenRows > 0 && (
            <p className={styles.words}>{t('imports.sheet.hiddenRows', { rows: countText(sheet.hiddenRows) })}</p>
          )}
          <SampleTable sheet={sheet} />
        </>
      )}
      <div className={styles.actions}>
        {sheet && (
          <Button type="primary" autoFocus onClick={() => void openSheet(sheet.index)}>
            {t('imports.sheet.use')}
          </Button>
        )}
        <Button onClick={() => void endImport()}>{t('imports.again')}</Button>
      </div>
    </section>
  );
}

function firstChoice(sheets: readonly SheetInfo[]): number | null {
  const filled = sheets.filter((sheet) => sheet.rows > 0);
  return (filled.find((sheet) => sheet.visibility === 'visible') ?? filled[0])?.index ?? null;
}

function sheetWords(t: TFunction, sheet: SheetInfo): string {
  if (sheet.rows === 0) return t('imports.sheet.empty');
  const rows = t('imports.sheet.rows', { count: sheet.rows, shown: countText(sheet.rows) });
  return sheet.visibility === 'visible' ? rows : `${rows} · ${t('imports.sheet.hidden')}`;
}

function SampleTable({ sheet }: { readonly sheet: SheetInfo }) {
  const { t } = useTranslation();
  const columns = Array.from({ length: Math.min(sheet.usedColumns, sampleColumns) }, (_, column) => column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keys
    <section className={styles.sample} aria-label={t('imports.sheet.sample')} tabIndex={0}>
      <table>
        <tbody>
          {sheet.sample.slice(0, sampleRows).map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.row}</th>
              {columns.map((column) => (
                <td key={columnLetter(column)}>{cellText(row.cells[column] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
