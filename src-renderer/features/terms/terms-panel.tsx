import { Button } from 'antd';
import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { defaultPaymentRecordRules, type PaymentRecordRules } from '../../../src-shared/payments/payment-record.ts';
import type { CustomerTerms } from '../../../src-shared/terms/terms-contract.ts';
import { AdviceChip } from '../../components/advice-chip.tsx';
import { GradeText } from '../../components/grade-text.tsx';
import { useSaving } from '../../components/use-saving.ts';
import { toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { reported } from '../../ipc/report.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { dayText, pastDayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { RecordReasons } from './record-reasons.tsx';
import { draftOf } from './terms-draft.ts';
import { TermsForm } from './terms-form.tsx';
import { TermsHistory } from './terms-history.tsx';
import styles from './terms-panel.module.css';
import { advisedTerms, reasonText, recordText, termsText } from './terms-words.ts';

/** 付款记录与条件 of a customer: how he pays and why one says so, what is advised, what is in force and who decided it. */
export function TermsPanel({ customerId }: { readonly customerId: Id }) {
  const { t } = useWindowWords();
  const read = useRead('terms', 'get', { customerId });
  const rules = useRead('terms', 'settings', {}).data?.record ?? defaultPaymentRecordRules;
  return (
    <section className={styles.panel} aria-label={t('terms.title')}>
      <h3 className={styles.title}>{t('terms.title')}</h3>
      {read.error !== null && <p role="alert">{errorText(t, toAppError(read.error))}</p>}
      {read.data && <Terms key={customerId} customerId={customerId} terms={read.data} rules={rules} />}
    </section>
  );
}

interface Props {
  readonly customerId: Id;
  readonly terms: CustomerTerms;
  readonly rules: PaymentRecordRules;
}

function Terms({ customerId, terms, rules }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const mayDecide = useReach('terms.edit') !== null;
  const [isOverriding, setOverriding] = useState(false);
  const [hasHistory, setHistory] = useState(false);
  const { isSaving, begin, end } = useSaving();
  const { record, receivables, advice, advised, inForce, isKeyTier } = terms;
  const isTaken = inForce?.kind === 'accepted' && inForce.advice === advice;
  const accept = async () => {
    if (!begin()) return;
    await reported(
      client.terms.accept({ customerId, advice }),
      t('terms.accepted', { advice: t(`terms.advice.${advice}`) }),
    );
    end();
  };
  const start = inForce ?? { ...advisedTerms(advised), isStopped: advice === 'stop' };
  return (
    <>
      <p className={styles.figures}>
        <GradeText grade={record.grade} /> {recordText(t, record, rules.windowMonths)}
      </p>
      <RecordReasons reasons={record.reasons} receivables={receivables} rules={rules} />
      <div className={styles.advice}>
        <span className={styles.label}>{t('terms.advised')}</span>
        <AdviceChip advice={advice} />
        <span className={styles.means}>
          {t(isKeyTier ? 'terms.forKeyTier' : 'terms.forSmallTier', { terms: termsText(t, advisedTerms(advised)) })}
        </span>
      </div>
      <ChangedNote terms={terms} rules={rules} />
      <InForce terms={terms} />
      {mayDecide && !isOverriding && (
        <div className={styles.buttons}>
          {!isTaken && (
            <Button size="small" loading={isSaving} onClick={() => void accept()}>
              {t('terms.accept')}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => setOverriding(true)}>
            {t('terms.override')}…
          </Button>
        </div>
      )}
      {isOverriding && (
        <TermsForm customerId={customerId} start={draftOf(start)} onClose={() => setOverriding(false)} />
      )}
      {inForce && (
        <button
          type="button"
          className={styles.historyButton}
          aria-expanded={hasHistory}
          onClick={() => setHistory(!hasHistory)}
        >
          {t(hasHistory ? 'terms.hideHistory' : 'terms.showHistory')}
        </button>
      )}
      {hasHistory && <TermsHistory customerId={customerId} windowMonths={rules.windowMonths} />}
    </>
  );
}

/** 建议自 9 月 3 日起由…改为…, because the terms in force were decided on another advice. */
function ChangedNote({ terms, rules }: Pick<Props, 'terms' | 'rules'>) {
  const words = useWindowWords();
  const { t } = words;
  const { changed, advice, record } = terms;
  if (!changed) return null;
  return (
    <p className={styles.changed} role="status">
      {t('terms.changed', {
        day: dayText(words, changed.since),
        from: t(`terms.advice.${changed.from}`),
        to: t(`terms.advice.${advice}`),
        why: record.reasons.map((reason) => reasonText(t, reason, rules)).join(t('terms.part.between')),
      })}
    </p>
  );
}

function InForce({ terms: { inForce } }: Pick<Props, 'terms'>) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const who = users.find(({ id }) => id === inForce?.decidedById)?.name ?? '';
  return (
    <div className={styles.advice}>
      <span className={styles.label}>{t('terms.inForce')}</span>
      {inForce === null ? (
        <span className={styles.none}>{t('terms.noneInForce')}</span>
      ) : (
        <span className={styles.means}>
          {termsText(t, inForce)}
          {inForce.isStopped && <span className={styles.stopped}>{t('terms.stopped')}</span>}
          <span className={styles.by}>
            {pastDayText(words, inForce.decidedOn)} {t(`terms.decided.${inForce.kind}`, { who })}
            {inForce.reason !== null && ` · ${inForce.reason}`}
          </span>
        </span>
      )}
    </div>
  );
}
