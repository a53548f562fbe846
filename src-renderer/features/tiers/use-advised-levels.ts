import { useEffect, useState } from 'react';
import { addDays, addMonths } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { RelationshipLevel } from '../../../src-shared/tiers/tier.ts';
import { client } from '../../ipc/client.ts';
import { cancelJob, runJob } from '../../ipc/jobs.ts';
import { settled } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';

const nothing: ReadonlyMap<Id, RelationshipLevel> = new Map();

/** The relationship level suggested for each tier, from the last 12 months; none for who does not see all figures. */
export function useAdvisedLevels(): ReadonlyMap<Id, RelationshipLevel> {
  const today = useToday();
  const mayMeasure = useReach('measures.read') !== null;
  const [advised, setAdvised] = useState(nothing);
  useEffect(() => {
    if (!mayMeasure) return;
    let isOver = false;
    let running: string | null = null;
    const from = addDays(addMonths(today, -12), 1);
    void settled(
      runJob(
        null,
        (job) => client.measures.ladder({ from, to: today }, job),
        (jobId) => {
          running = jobId;
        },
      ),
    ).then((done) => {
      running = null;
      // A suggestion beside the field: without it the field is as good, so a failure is not said here.
      if (isOver || !done.ok) return;
      setAdvised(
        new Map(
          done.value.steps.flatMap(({ tierId, advisedLevel }) =>
            tierId === null || advisedLevel === null ? [] : [[tierId, advisedLevel] as const],
          ),
        ),
      );
    });
    return () => {
      isOver = true;
      if (running !== null) void cancelJob(running);
    };
  }, [today, mayMeasure]);
  return advised;
}
