import i18next from 'i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { DaySpan } from '../../../src-shared/core/named-period.ts';
import { type MoneyReport, moneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import { type StatementScope, statementWords } from '../../../src-shared/files-out/statement-files.ts';
import { wordsOf } from '../../../src-shared/files-out/words-of.ts';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { notifyDone } from '../../state/toasts.ts';
import { countText } from '../../text/number-text.ts';

/** Longer names of customers are cut: a save dialog proposes no more. */
const longestName = 60;

function showFolder(path: string) {
  return { label: i18next.t('export.show'), run: () => void client.exports.showInFolder({ path }) };
}

/** Null: the dialog was closed, or the reason is said already. */
async function chosenFile(proposedName: string): Promise<string | null> {
  const chosen = await settled(client.exports.chooseFile({ proposedName }));
  if (chosen.ok) return chosen.value.path;
  sayError(chosen.error);
  return null;
}

/** 应收账龄, 回款明细, 销售明细, 客户余额表: asks where to, and writes it. */
export async function exportMoneyReport(report: MoneyReport): Promise<void> {
  const t = i18next.t;
  const what = t(`moneyFile.kind.${report.kind}`);
  const when = report.kind === 'aging' ? report.asOf : `${report.from}_${report.to}`;
  const path = await chosenFile(t('moneyFile.fileName', { what, when }));
  if (path === null) return;
  const words = wordsOf(moneyReportWords, (word) => t(`moneyFile.report.${word}`));
  const done = await settled(
    runJob(t('moneyFile.running', { what }), (job) => client.exports.moneyReport({ report, words, path }, job)),
  );
  if (!done.ok) return sayError(done.error);
  const { rows } = done.value;
  notifyDone(t('moneyFile.done', { what, count: rows, shown: countText(rows) }), null, showFolder(path));
}

function paperWords() {
  const t = i18next.t;
  return {
    words: wordsOf(statementWords, (word) => t(`moneyFile.paper.${word}`)),
    withAmountInWords: i18next.language.startsWith('zh'),
  };
}

export interface StatementsWish extends DaySpan {
  readonly scope: Extract<StatementScope, { kind: 'many' }>;
  readonly form: 'files' | 'workbook';
}

/** 对账单 of many, as files in a folder or as one workbook. */
export async function exportStatements({ scope, form, from, to }: StatementsWish): Promise<void> {
  const t = i18next.t;
  const path =
    form === 'files' ? await chosenFolder() : await chosenFile(t('moneyFile.bookName', { when: `${from}_${to}` }));
  if (path === null) return;
  const input = { scope, from, to, form, path, ...paperWords() };
  const what = t('statement.title');
  const done = await settled(runJob(t('moneyFile.running', { what }), (job) => client.exports.statements(input, job)));
  if (!done.ok) return sayError(done.error);
  const { statements } = done.value;
  if (statements === 0 && form === 'files') return notifyDone(t('moneyFile.noneFound'));
  notifyDone(
    t('moneyFile.statementsDone', { count: statements, shown: countText(statements) }),
    null,
    showFolder(path),
  );
}

async function chosenFolder(): Promise<string | null> {
  const chosen = await settled(client.exports.chooseFolder({}));
  if (chosen.ok) return chosen.value.path;
  sayError(chosen.error);
  return null;
}

/** What a statement's file is called: 对账单_客户_期间. */
export function statementFileName(name: string, { from, to }: DaySpan): string {
  return i18next.t('moneyFile.statementName', { name: [...name].slice(0, longestName).join(''), from, to });
}

/** One customer's statement as a workbook. */
export async function exportStatement(customerId: Id, name: string, span: DaySpan): Promise<void> {
  const t = i18next.t;
  const path = await chosenFile(statementFileName(name, span));
  if (path === null) return;
  const scope = { kind: 'one', customerId } as const;
  const done = await settled(client.exports.statements({ scope, ...span, form: 'workbook', path, ...paperWords() }));
  if (!done.ok) return sayError(done.error);
  notifyDone(t('moneyFile.statementDone'), null, showFolder(path));
}
