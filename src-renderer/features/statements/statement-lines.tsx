import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { CustomerStatement, StatementRow } from '../../../src-shared/receivables/receivable-views.ts';
import { sizes } from '../../app/tokens.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { WindowedRows } from '../../components/windowed-rows.tsx';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { askMoney } from '../../state/money-request.ts';
import { shortDayText } from '../../text/day-text.ts';
import { statementLineWords } from '../../text/statement-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './statement-lines.module.css';

interface Props {
  readonly statement: CustomerStatement;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Opening balance, every line with the balance after it, and the closing balance with the sums of both columns. */
export function StatementLines({ statement, scroller }: Props) {
  const { t } = useTranslation();
  const { density } = usePreferences();
  const rowHeight = density === 'compact' ? sizes.rowCompact : sizes.rowComfortable;
  const { rows } = statement;
  return (
    <table className={styles.table} aria-label={t('statement.title')} aria-rowcount={rows.length + 3}>
      <thead>
        <tr className={styles.head}>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`statement.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <SumRow day={statement.from} label={t('statement.opening')} balanceFen={statement.openingFen} />
        {rows.length === 0 && (
          <tr>
            <td colSpan={columns.length} className={styles.nothing}>
              {t('statement.nothing')}
            </td>
          </tr>
        )}
      </tbody>
      <WindowedRows count={rows.length} rowHeight={rowHeight} scroller={scroller}>
        {(index) => {
          const row = rows[index];
          return row && <Line key={`${row.kind} ${row.id}`} row={row} rowIndex={index + 3} />;
        }}
      </WindowedRows>
      <tfoot>
        <SumRow
          day={statement.to}
          label={t('statement.closing')}
          chargedFen={statement.chargedFen}
          settledFen={statement.settledFen}
          balanceFen={statement.closingFen}
        />
      </tfoot>
    </table>
  );
}

const columns = ['day', 'what', 'charged', 'settled', 'balance'] as const;

interface SumRowProps {
  readonly day: CalendarDate;
  readonly label: string;
  readonly chargedFen?: Fen;
  readonly settledFen?: Fen;
  readonly balanceFen: Fen;
}

function SumRow({ day, label, chargedFen, settledFen, balanceFen }: SumRowProps) {
  const words = useWindowWords();
  return (
    <tr className={styles.sum}>
      <td className={styles.day}>{shortDayText(words, day)}</td>
      <th scope="row">{label}</th>
      <td>{chargedFen !== undefined && <MoneyText amount={chargedFen} isStrong />}</td>
      <td>{settledFen !== undefined && <MoneyText amount={settledFen} isStrong />}</td>
      <td>
        <MoneyText amount={balanceFen} isStrong />
      </td>
    </tr>
  );
}

function Line({ row, rowIndex }: { readonly row: StatementRow; readonly rowIndex: number }) {
  const words = useWindowWords();
  const { what, more } = statementLineWords(words, row);
  const open = opener(row);
  const said = (
    <>
      <span className={styles.what}>{what}</span>
      {more !== '' && <span className={styles.more}> {more}</span>}
    </>
  );
  const title = more === '' ? what : `${what} ${more}`;
  return (
    <tr aria-rowindex={rowIndex} className={styles.line} data-opens={open !== null || undefined}>
      <td className={styles.day}>{shortDayText(words, row.on)}</td>
      <td className={styles.summary} title={title}>
        {open === null ? (
          said
        ) : (
          <button type="button" className={styles.open} onClick={open}>
            {said}
          </button>
        )}
      </td>
      {/* Neither column ever shows a minus: what lessens a debt stands on the right, what makes it on the left. */}
      <td>{row.changeFen > 0 && <MoneyText amount={row.changeFen} />}</td>
      <td>{row.changeFen < 0 && <MoneyText amount={fen(-row.changeFen)} tone="received" />}</td>
      <td>
        <MoneyText amount={row.balanceFen} />
      </td>
    </tr>
  );
}

/** The order of what was charged, the payment behind what was settled; null: an opening balance has no form of its own. */
function opener({ sourceId, orderId }: StatementRow): (() => void) | null {
  if (sourceId !== null) return () => askMoney({ kind: 'source', sourceId });
  if (orderId !== null) return () => askMoney({ kind: 'order', orderId });
  return null;
}
