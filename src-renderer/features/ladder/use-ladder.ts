import { useEffect, useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { Topic } from '../../../src-shared/ipc/topics.ts';
import type { Ladder, measuresContract } from '../../../src-shared/measures/measures-contract.ts';
import { client } from '../../ipc/client.ts';
import { cancelJob, runJob } from '../../ipc/jobs.ts';
import { onStale } from '../../ipc/query-client.ts';
import { settled } from '../../ipc/report.ts';

export type LadderQuestion = InputOf<(typeof measuresContract)['ladder']>;

export interface LadderReading {
  /** The last one; while the next is worked out it stays. */
  readonly ladder: Ladder | null;
  readonly error: AppError | null;
  /** It takes so long that one wants to see how far it is. */
  readonly slowJobId: string | null;
  /** What is shown answers another question than the one asked now. */
  readonly isBehind: boolean;
  /** The answer is kept no longer where it was made. */
  readonly askAgain: () => void;
}

const topicsOfLadder: readonly Topic[] = ['orders', 'payments', 'receivables', 'costs', 'customers', 'tiers', 'users'];
const slowAfterMs = 500;
/** One batch announces several topics, an import many batches. */
const settleMs = 120;

/** The ladder asked for, worked out anew whenever the book changes in what it shows. */
export function useLadder(question: LadderQuestion): LadderReading {
  const [answer, setAnswer] = useState<{ readonly ladder: Ladder; readonly asked: string } | null>(null);
  const [problem, setProblem] = useState<{ readonly error: AppError; readonly asked: string } | null>(null);
  const [slowJobId, setSlowJobId] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the question, equal when it says the same; `turn` asks it again
  useEffect(() => {
    let isOver = false;
    let running: string | null = null;
    const slow = setTimeout(() => !isOver && setSlowJobId(running), slowAfterMs);
    const start = settled(
      runJob(
        null,
        (job) => client.measures.ladder(question, job),
        (jobId) => {
          running = jobId;
        },
      ),
    );
    void start.then((done) => {
      running = null;
      clearTimeout(slow);
      if (isOver) return;
      setSlowJobId(null);
      if (done.ok) {
        setAnswer({ ladder: done.value, asked });
        setProblem(null);
      } else if (done.error.kind !== 'cancelled') setProblem({ error: done.error, asked });
    });
    return () => {
      isOver = true;
      clearTimeout(slow);
      if (running !== null) void cancelJob(running);
    };
  }, [asked, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onStale((stale) => {
      if (!topicsOfLadder.some((topic) => stale.has(topic))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((before) => before + 1), settleMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  const [askAgain] = useState(() => () => setTurn((before) => before + 1));
  return {
    ladder: answer?.ladder ?? null,
    // What went wrong with another question says nothing about this one.
    error: problem?.asked === asked ? problem.error : null,
    slowJobId,
    isBehind: answer !== null && answer.asked !== asked,
    askAgain,
  };
}
