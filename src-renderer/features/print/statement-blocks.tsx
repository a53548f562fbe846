import i18next from 'i18next';
import type { ReactNode } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import type {
  CustomerStatement,
  ReceivableView,
  StatementRow,
} from '../../../src-shared/receivables/receivable-views.ts';
import { rmbWords } from '../../../src-shared/receivables/rmb-words.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { statementLineWords } from '../../text/statement-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import type { SheetBlock } from './sheet.ts';
import styles from './statement-sheet.module.css';

/** Opening, lines, closing with its amount in words, what is open, and the place where both sides sign. */
export function statementBlocks(
  words: WindowWords,
  statement: CustomerStatement,
  company: string,
): readonly SheetBlock[] {
  const { t } = words;
  const { from, to, openingFen, chargedFen, settledFen, closingFen } = statement;
  return [
    {
      key: 'opening',
      node: <Row day={from} what={<strong>{t('statement.opening')}</strong>} balance={moneyText(openingFen)} isSum />,
      keepWithNext: true,
    },
    ...statement.rows.map((row) => lineBlock(words, row)),
    ...(statement.rows.length === 0
      ? [{ key: 'nothing', node: <p className={styles.nothing}>{t('statement.nothing')}</p>, keepWithNext: false }]
      : []),
    {
      key: 'closing',
      node: (
        <Row
          day={to}
          what={<strong>{t('statement.closing')}</strong>}
          charged={moneyText(chargedFen)}
          settled={moneyText(settledFen)}
          balance={moneyText(closingFen)}
          isSum
        />
      ),
      keepWithNext: true,
    },
    { key: 'in words', node: <InWords words={words} statement={statement} />, keepWithNext: false },
    ...openBlocks(words, statement),
    {
      key: 'signatures',
      node: <Signatures words={words} statement={statement} company={company} />,
      keepWithNext: false,
    },
  ];
}

interface RowProps {
  readonly day: string;
  readonly what: ReactNode;
  readonly charged?: string;
  readonly settled?: string;
  readonly balance: string;
  readonly isSum?: boolean;
}

function Row({ day, what, charged = '', settled = '', balance, isSum = false }: RowProps) {
  return (
    <div className={styles.row} data-sum={isSum || undefined}>
      <span>{day}</span>
      <span className={styles.what}>{what}</span>
      <span className={styles.money}>{charged}</span>
      <span className={styles.money}>{settled}</span>
      <span className={styles.money}>{balance}</span>
    </div>
  );
}

function lineBlock(words: WindowWords, row: StatementRow): SheetBlock {
  const { what, more } = statementLineWords(words, row);
  return {
    key: `${row.kind} ${row.id}`,
    node: (
      <Row
        day={row.on}
        what={
          <>
            {what} <span className={styles.more}>{more}</span>
          </>
        }
        charged={row.changeFen > 0 ? moneyText(row.changeFen) : ''}
        settled={row.changeFen < 0 ? moneyText(fen(-row.changeFen)) : ''}
        balance={moneyText(row.balanceFen)}
      />
    ),
    keepWithNext: false,
  };
}

/** The closing balance as it is said on bills; only where people write so. What stands against it, beside. */
function InWords({ words, statement }: { readonly words: WindowWords; readonly statement: CustomerStatement }) {
  const { t } = words;
  const { closingFen, prepaidFen, billsNotDueFen } = statement;
  return (
    <div className={styles.inWords}>
      {i18next.language.startsWith('zh') && (
        <p>
          {t('statement.inWords')} <strong>{rmbWords(closingFen)}</strong>
        </p>
      )}
      {prepaidFen > 0 && <p>{t('statement.withPrepaid', { amount: moneyText(prepaidFen) })}</p>}
      {billsNotDueFen > 0 && <p>{t('statement.withBills', { amount: moneyText(billsNotDueFen) })}</p>}
    </div>
  );
}

function openBlocks(words: WindowWords, { open }: CustomerStatement): readonly SheetBlock[] {
  const { t } = words;
  if (open.length === 0) return [];
  return [
    {
      key: openHeadKey,
      node: (
        <>
          <div className={styles.openHead}>
            <h3>{t('statement.open')}</h3>
            <span>{t('statement.openCount', { count: open.length, shown: countText(open.length) })}</span>
          </div>
          <OpenColumns words={words} />
        </>
      ),
      keepWithNext: true,
    },
    ...open.map((receivable) => ({
      key: `open ${receivable.id}`,
      node: <OpenRow words={words} receivable={receivable} />,
      keepWithNext: false,
    })),
  ];
}

export const openHeadKey = 'open head';

/** The heads over what is open, again on each page. */
export function OpenColumns({ words: { t } }: { readonly words: WindowWords }) {
  return (
    <div className={`${styles.openRow} ${styles.columns}`}>
      <span>{t('statement.column.day')}</span>
      <span>{t('statement.column.what')}</span>
      <span>{t('statement.column.due')}</span>
      <span className={styles.money}>{t('statement.column.charged')}</span>
      <span className={styles.money}>{t('statement.column.open')}</span>
    </div>
  );
}

function OpenRow({ words, receivable }: { readonly words: WindowWords; readonly receivable: ReceivableView }) {
  const { issuedOn, dueOn, amountFen, openFen, daysPastDue } = receivable;
  return (
    <div className={styles.openRow}>
      <span>{issuedOn}</span>
      <span className={styles.what}>{receivableText(words, receivable)}</span>
      <span>
        {dueOn}
        {daysPastDue > 0 && ` · ${receivableDueText(words, receivable).text}`}
      </span>
      <span className={styles.money}>{moneyText(amountFen)}</span>
      <strong className={styles.money}>{moneyText(openFen)}</strong>
    </div>
  );
}

interface SignaturesProps {
  readonly words: WindowWords;
  readonly statement: CustomerStatement;
  readonly company: string;
}

/** 对账确认: the customer answers whether it is right, and both sides sign and seal. */
function Signatures({ words, statement, company }: SignaturesProps) {
  const { t } = words;
  const { to, closingFen, customerName } = statement;
  const amount = moneyText(fen(Math.abs(closingFen)));
  return (
    <div className={styles.signatures}>
      <p className={styles.confirm}>
        <strong>{t('statement.confirm')}</strong>{' '}
        {t(closingFen < 0 ? 'statement.weOwe' : 'statement.youOwe', { day: to, company, amount })}
      </p>
      <p className={styles.answer}>
        <span className={styles.box} /> {t('statement.agreed')}
      </p>
      <p className={styles.answer}>
        <span className={styles.box} /> {t('statement.disagreed')}
        <span className={styles.blank} />
      </p>
      <div className={styles.sides}>
        {[
          { key: 'ours', name: company || t('statement.ourSide') },
          { key: 'theirs', name: customerName },
        ].map(({ key, name }) => (
          <div key={key} className={styles.side}>
            <p className={styles.sideName}>{name}</p>
            <p>{t('statement.seal')}</p>
            <p className={styles.sign}>
              {t('statement.signature')}
              <span className={styles.blank} />
            </p>
            <p className={styles.sign}>
              {t('statement.signedOn')}
              <span className={styles.blank} />
            </p>
          </div>
        ))}
      </div>
    </div>
  );
}
