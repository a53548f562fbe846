import { useEffect, useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Topic } from '../../../src-shared/ipc/topics.ts';
import type { NoProposal } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { TierMethodInput, TierPreview } from '../../../src-shared/tiers/segmentation-contract.ts';
import { client } from '../../ipc/client.ts';
import { cancelJob, runJob } from '../../ipc/jobs.ts';
import { onStale } from '../../ipc/query-client.ts';
import { settled } from '../../ipc/report.ts';

export interface PreviewAnswer {
  readonly preview: TierPreview | null;
  readonly problem: NoProposal | null;
  /** What it was worked out with: the panel may be further on. */
  readonly method: TierMethodInput;
}

export interface PreviewReading {
  /** The last one; while the next is worked out it stays. */
  readonly answer: PreviewAnswer | null;
  readonly error: AppError | null;
  /** It takes so long that one wants to see how far it is. */
  readonly slowJobId: string | null;
  /** The answer is not that of the method on screen yet. */
  readonly isBehind: boolean;
  /** The answer is kept no longer where it was made. */
  readonly askAgain: () => void;
}

const topicsOfPreview: readonly Topic[] = [
  'orders',
  'payments',
  'receivables',
  'customers',
  'tiers',
  'loyalty',
  'book',
];
const slowAfterMs = 500;
/** A slider announces each step; within the 100 ms to the new figures this one wait is spent once. */
const settleMs = 40;

/** What the method would do, worked out again after each change of it and of the book. Null: not asked. */
export function useTierPreview(method: TierMethodInput | null, asOf: CalendarDate): PreviewReading {
  const [answer, setAnswer] = useState<(PreviewAnswer & { readonly asked: string }) | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [slowJobId, setSlowJobId] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const asked = method && JSON.stringify([method, asOf]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the question, equal when it says the same; `turn` asks it again
  useEffect(() => {
    if (!method || asked === null) {
      setAnswer(null);
      return;
    }
    let isOver = false;
    let running: string | null = null;
    const start = setTimeout(async () => {
      const slow = setTimeout(() => !isOver && setSlowJobId(running), slowAfterMs);
      const done = await settled(
        runJob(
          null,
          (job) => client.segmentation.preview({ method, asOf }, job),
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
        setAnswer({ ...done.value, method, asked });
        setError(null);
      } else if (done.error.kind !== 'cancelled') setError(done.error);
    }, settleMs);
    return () => {
      isOver = true;
      clearTimeout(start);
      setSlowJobId(null);
      if (running !== null) void cancelJob(running);
    };
  }, [asked, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onStale((stale) => {
      if (!topicsOfPreview.some((topic) => stale.has(topic))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((before) => before + 1), settleMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  const [askAgain] = useState(() => () => setTurn((before) => before + 1));
  return { answer, error, slowJobId, isBehind: answer?.asked !== asked, askAgain };
}
