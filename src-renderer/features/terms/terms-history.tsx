import type { Id } from '../../../src-shared/core/id.ts';
import type { TermsDecision } from '../../../src-shared/terms/terms-contract.ts';
import { GradeText } from '../../components/grade-text.tsx';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { pastDayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './terms-panel.module.css';
import { recordText, termsText } from './terms-words.ts';

interface Props {
  readonly customerId: Id;
  readonly windowMonths: number;
}

/** Every decision about terms, the latest first, with what was on screen that day. */
export function TermsHistory({ customerId, windowMonths }: Props) {
  const { t } = useWindowWords();
  const decisions = useRead('terms', 'history', { customerId }).data?.decisions;
  if (!decisions) return null;
  return (
    <ol className={styles.history} aria-label={t('terms.history')}>
      {decisions.map((decision) => (
        <li key={decision.id} className={styles.decision}>
          <Decision decision={decision} windowMonths={windowMonths} />
        </li>
      ))}
    </ol>
  );
}

function Decision({ decision, windowMonths }: { readonly decision: TermsDecision; readonly windowMonths: number }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const { kind, advice, grade, decidedOn, decidedById, reason, shown, isStopped } = decision;
  const who = users.find(({ id }) => id === decidedById)?.name ?? '';
  return (
    <>
      <p className={styles.decisionHead}>
        <span>
          {pastDayText(words, decidedOn)} {t(`terms.decided.${kind}`, { who })}
        </span>
      </p>
      <p>
        {termsText(t, decision)}
        {isStopped && <span className={styles.stopped}>{t('terms.stopped')}</span>}
      </p>
      {reason !== null && <p className={styles.because}>{t('terms.because', { reason })}</p>}
      <p className={styles.shownThen}>
        {t('terms.shownThen', { advice: t(`terms.advice.${advice}`) })} <GradeText grade={grade} />
        {' · '}
        {recordText(t, shown, windowMonths)}
      </p>
    </>
  );
}
