import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { reported } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { countText } from '../../text/number-text.ts';
import { ApplyButton } from './apply-button.tsx';
import { MethodForm } from './method-form.tsx';
import styles from './method-panel.module.css';
import { MethodProblem } from './method-problem.tsx';
import { dropDraft, lookAsOf, tickAll, useMethodStore } from './method-store.ts';
import { PreviewList } from './preview-list.tsx';
import { PreviewSummary } from './preview-summary.tsx';
import type { TriedMethod } from './use-method.ts';
import type { PreviewReading } from './use-tier-preview.ts';

interface Props {
  readonly tried: TriedMethod;
  readonly reading: PreviewReading;
  /** In use, the highest first. */
  readonly tiers: readonly Tier[];
  readonly onOpen: (customerId: Id) => void;
}

/** How tiers are set: the method, what it would do to whom, and writing it. */
export function MethodPanel({ tried, reading, tiers, onOpen }: Props) {
  const { t } = useTranslation();
  const mayApply = useReach('tiers.edit') !== null;
  const { answer, error, slowJobId } = reading;
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('segmentation.title')}</h2>
        <span className={styles.hint}>
          {t(tried.current === null ? 'segmentation.noneYet' : 'segmentation.monthly', {
            method: tried.current === null ? '' : t(`segmentation.kind.${tried.current}`),
          })}
        </span>
      </header>
      <div className={styles.scroll}>
        <MethodForm method={tried.method} tiers={tiers} />
        <AsOfRow tried={tried} last={tiers.at(-1) ?? null} />
        {slowJobId !== null && <JobProgressLine jobId={slowJobId} title={t('segmentation.working')} />}
        {error && (
          <EmptyState title={errorText(t, error)}>
            <Button onClick={reading.askAgain}>{t('action.retry')}</Button>
          </EmptyState>
        )}
        {!error && answer?.problem && <MethodProblem method={tried.method} problem={answer.problem} />}
        {!error && answer?.preview && (
          <>
            <PreviewSummary preview={answer.preview} tiers={tiers} isBehind={reading.isBehind} />
            <PreviewList
              preview={answer.preview}
              words={{ t, method: answer.method, tiers }}
              tiers={tiers}
              mayTick={mayApply && tried.isToday}
              onOpen={onOpen}
              onExpired={reading.askAgain}
            />
          </>
        )}
      </div>
      {mayApply ? (
        <Footer tried={tried} reading={reading} />
      ) : (
        <p className={styles.footer}>{t('segmentation.onlyLook')}</p>
      )}
    </div>
  );
}

function AsOfRow({ tried, last }: { readonly tried: TriedMethod; readonly last: Tier | null }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <div className={styles.asOf}>
      {last && <span className={styles.rest}>{t('segmentation.restIs', { tier: last.name })}</span>}
      <span>{t('segmentation.asOf')}</span>
      <DayPicker
        size="small"
        label={t('segmentation.asOf')}
        value={tried.asOf}
        upTo={today}
        isClearable={false}
        onChange={(day) => lookAsOf(day === today ? null : day)}
      />
      {!tried.isToday && (
        <>
          <button type="button" className={styles.link} onClick={() => lookAsOf(null)}>
            {t('desk.backToToday')}
          </button>
          <p className={styles.past} role="note">
            {t('segmentation.pastWords')}
          </p>
        </>
      )}
    </div>
  );
}

function Footer({ tried, reading }: Pick<Props, 'tried' | 'reading'>) {
  const { t } = useTranslation();
  const { method, isChanged, isToday, current } = tried;
  const exceptCount = useMethodStore((state) => state.exceptIds.size);
  const preview = reading.answer?.preview ?? null;
  const canRun = preview !== null && reading.error === null;
  const isUnsaved = isChanged || current !== method.kind;
  const save = async () => {
    const done = await reported(
      client.segmentation.saveMethod({ method, isCurrent: true }),
      t('segmentation.saved', { method: t(`segmentation.kind.${method.kind}`) }),
    );
    if (done) dropDraft(method.kind);
  };
  return (
    <footer className={styles.footer}>
      <span className={styles.state}>
        {exceptCount === 0 ? (
          t('segmentation.notWritten')
        ) : (
          <button type="button" className={styles.link} onClick={tickAll}>
            {t('segmentation.tickAll', { count: exceptCount, shown: countText(exceptCount) })}
          </button>
        )}
      </span>
      {isChanged && (
        <Button type="text" onClick={() => dropDraft(method.kind)}>
          {t('segmentation.reset')}
        </Button>
      )}
      {isUnsaved && canRun && <Button onClick={() => void save()}>{t('segmentation.save')}</Button>}
      {preview && (
        <ApplyButton method={method} preview={preview} isDisabled={!isToday || reading.isBehind || !canRun} />
      )}
    </footer>
  );
}
