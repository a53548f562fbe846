import { useEffect, useState } from 'react';
import type { AppError } from '../../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import type { OutputOfProcedure } from '../../../../src-shared/ipc/procedure.ts';
import type { Topic } from '../../../../src-shared/ipc/topics.ts';
import type { segmentationContract } from '../../../../src-shared/tiers/segmentation-contract.ts';
import { client } from '../../../ipc/client.ts';
import { cancelJob, runJob } from '../../../ipc/jobs.ts';
import { onStale } from '../../../ipc/query-client.ts';
import { settled } from '../../../ipc/report.ts';

export type RfmAnswer = OutputOfProcedure<(typeof segmentationContract)['rfm']>;

export interface RfmReading {
  readonly answer: RfmAnswer | null;
  readonly error: AppError | null;
  readonly slowJobId: string | null;
  readonly askAgain: () => void;
}

const topicsOfRfm: readonly Topic[] = ['orders', 'payments', 'receivables', 'customers', 'tiers', 'book'];
const slowAfterMs = 500;
const settleMs = 60;

/** RFM of the whole book, worked out again when the question or the book changes; the last answer stays meanwhile. */
export function useRfm(asOf: CalendarDate, windowMonths: number | null): RfmReading {
  const [answer, setAnswer] = useState<RfmAnswer | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [slowJobId, setSlowJobId] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    let isOver = false;
    let running: string | null = null;
    const start = setTimeout(async () => {
      const slow = setTimeout(() => !isOver && setSlowJobId(running), slowAfterMs);
      const done = await settled(
        runJob(
          null,
          (job) => client.segmentation.rfm({ asOf, windowMonths }, job),
          (jobId) => {
            running = jobId;
          },
        ),
      );
      running = null;
      clearTimeout(slow);
      if (isOver) return;
      setSlowJobId(null);
      if (done.ok) {
        setAnswer(done.value);
        setError(null);
      } else if (done.error.kind !== 'cancelled') setError(done.error);
    }, settleMs);
    return () => {
      isOver = true;
      clearTimeout(start);
      if (running !== null) void cancelJob(running);
    };
  }, [asOf, windowMonths, turn]);

  const [askAgain] = useState(() => () => setTurn((before) => before + 1));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onStale((stale) => {
      if (!topicsOfRfm.some((topic) => stale.has(topic))) return;
      clearTimeout(timer);
      timer = setTimeout(askAgain, settleMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [askAgain]);
  return { answer, error, slowJobId, askAgain };
}
