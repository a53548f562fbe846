import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { ImportCheck } from '../../../src-shared/files-in/imports-contract.ts';
import { useToday } from '../../ipc/use-book.ts';
import { countText } from '../../text/number-text.ts';
import styles from './check-step.module.css';
import { answerColumn } from './import-flow.ts';
import { useImport } from './import-store.ts';
import { type ColumnAnswer, withAnswer } from './mapping-draft.ts';
import { importFieldText } from './row-words.ts';

type Question = ImportCheck['columnQuestions'][number];

/** What is asked once for a whole column instead of row by row. */
export function ColumnQuestions({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <ul className={styles.questions} aria-label={t('imports.ask.label')}>
      {questions.map((question) => (
        <li key={`${question.field} ${question.problem}`} className={styles.question}>
          <QuestionLine question={question} />
        </li>
      ))}
    </ul>
  );
}

function QuestionLine({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const words = t(`imports.ask.${question.problem}`, {
    count: question.rows,
    shown: countText(question.rows),
    field: importFieldText(t, question.field),
  });
  const answer = (given: ColumnAnswer) => {
    const { mapping } = useImport.getState();
    if (mapping) void answerColumn(withAnswer(mapping, question.field, given));
  };
  return (
    <>
      <span>{words}</span>
      <Answers problem={question.problem} onAnswer={answer} />
    </>
  );
}

interface AnswersProps {
  readonly problem: Question['problem'];
  readonly onAnswer: (answer: ColumnAnswer) => void;
}

function Answers({ problem, onAnswer }: AnswersProps) {
  const { t } = useTranslation();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState<number | null>(thisYear);
  const isBusy = useImport((state) => state.running !== null);
  switch (problem) {
    case 'ambiguous_date':
      return (['dmy', 'mdy'] as const).map((dateOrder) => (
        <Button key={dateOrder} size="small" disabled={isBusy} onClick={() => onAnswer({ dateOrder })}>
          {t(`imports.ask.${dateOrder}`)}
        </Button>
      ));
    case 'date_without_year':
      return (
        <>
          <InputNumber
            size="small"
            className={styles.year ?? ''}
            aria-label={t('imports.ask.year')}
            min={1900}
            max={2200}
            precision={0}
            value={year}
            onChange={setYear}
            onPressEnter={() => year !== null && onAnswer({ year })}
          />
          <Button size="small" disabled={isBusy || year === null} onClick={() => year !== null && onAnswer({ year })}>
            {t('imports.ask.yearDone')}
          </Button>
        </>
      );
    case 'too_many_decimals':
      return (
        <Button size="small" disabled={isBusy} onClick={() => onAnswer({ roundHalfUp: true })}>
          {t('imports.ask.round')}
        </Button>
      );
    case 'price_too_precise':
      return (
        <Button size="small" disabled={isBusy} onClick={() => onAnswer({ roundHalfUp: true })}>
          {t('imports.ask.round4')}
        </Button>
      );
    case 'discount_meaning':
      return (['paid', 'off'] as const).map((discountMeans) => (
        <Button key={discountMeans} size="small" disabled={isBusy} onClick={() => onAnswer({ discountMeans })}>
          {t(`imports.ask.${discountMeans}`)}
        </Button>
      ));
    default:
      return assertNever(problem);
  }
}
