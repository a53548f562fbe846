import { useMemo } from 'react';
import type { CustomerStatement } from '../../../src-shared/receivables/receivable-views.ts';
import { useBook } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import type { PrintRequest } from '../../state/print-request.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords, type WindowWords } from '../../text/use-window-words.ts';
import type { Sheet, SheetsRead } from './sheet.ts';
import { OpenColumns, openHeadKey, statementBlocks } from './statement-blocks.tsx';
import styles from './statement-sheet.module.css';

/** 对账单 of one customer on paper. */
export function useStatementSheets(request: Extract<PrintRequest, { kind: 'statement' }>): SheetsRead {
  const words = useWindowWords();
  const company = useBook()?.companyName ?? '';
  const { customerId, from, to } = request;
  const { data: statement, error } = useRead('receivables', 'statement', { customerId, from, to });
  const sheets = useMemo(
    () => (statement ? [statementSheet(words, statement, company)] : null),
    [statement, words, company],
  );
  return { sheets, error };
}

function statementSheet(words: WindowWords, statement: CustomerStatement, company: string): Sheet {
  const blocks = statementBlocks(words, statement, company);
  return {
    key: statement.customerId,
    head: <Head words={words} statement={statement} company={company} />,
    laterHead: <LaterHead words={words} statement={statement} carried={null} table="lines" />,
    laterHeadAt: (block) => (
      <LaterHead
        words={words}
        statement={statement}
        carried={carriedTo(statement, block)}
        table={tableOf(blocks[block]?.key ?? '')}
      />
    ),
    blocks,
  };
}

/** The balance before a page that begins with that block: the first block is the opening. Null: all lines are done. */
function carriedTo({ rows }: CustomerStatement, block: number): string | null {
  const before = rows[block - 2];
  return before && block - 1 < rows.length ? moneyText(before.balanceFen) : null;
}

/** Which heads a page goes on under, by the block it begins with. */
function tableOf(key: string): 'lines' | 'open' | 'none' {
  if (key === 'signatures' || key === openHeadKey) return 'none';
  return key.startsWith('open ') ? 'open' : 'lines';
}

interface HeadProps {
  readonly words: WindowWords;
  readonly statement: CustomerStatement;
}

function Head({ words, statement, company }: HeadProps & { readonly company: string }) {
  const { t } = words;
  const { customerName, from, to } = statement;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.company}>{company}</p>
        <h2 className={styles.title}>{t('statement.title')}</h2>
        <div className={styles.headLine}>
          <span>
            {t('statement.customer')} <strong className={styles.customer}>{customerName}</strong>
          </span>
          <span>{t('statement.periodOf', { from, to })}</span>
        </div>
      </div>
      <Columns words={words} />
    </>
  );
}

interface LaterProps extends HeadProps {
  readonly carried: string | null;
  readonly table: 'lines' | 'open' | 'none';
}

function LaterHead({ words, statement, carried, table }: LaterProps) {
  const { t } = words;
  const { customerName, from, to } = statement;
  return (
    <>
      <div className={styles.laterHead}>
        <span>{t('statement.title')}</span>
        <strong className={styles.laterName}>{customerName}</strong>
        <span>{t('statement.periodOf', { from, to })}</span>
        <span className={styles.carried}>{carried === null ? '' : t('statement.carried', { amount: carried })}</span>
      </div>
      {table === 'lines' && <Columns words={words} />}
      {table === 'open' && <OpenColumns words={words} />}
    </>
  );
}

function Columns({ words }: Pick<HeadProps, 'words'>) {
  const { t } = words;
  return (
    <div className={`${styles.row} ${styles.columns}`}>
      <span>{t('statement.column.day')}</span>
      <span>{t('statement.column.what')}</span>
      <span className={styles.money}>{t('statement.column.charged')}</span>
      <span className={styles.money}>{t('statement.column.settled')}</span>
      <span className={styles.money}>{t('statement.column.balance')}</span>
    </div>
  );
}
