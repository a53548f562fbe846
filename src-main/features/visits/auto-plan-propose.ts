import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { AutoPlanProposal } from '../../../src-shared/visits/auto-plan-proposal.ts';
import type { visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { personRefusal } from './visit-person.ts';

/** For everybody or for the persons named; whose right reaches their own customers only, for themselves (domain §13). */
export async function proposeVisits(
  context: HandlerContext,
  { persons, ...limits }: ParsedInputOf<typeof visitsContract.propose>,
): Promise<Result<AutoPlanProposal, AppError>> {
  const { session, services, job } = context;
  const actor = actorOf(context);
  const db = session.db();
  for (const person of persons ?? []) {
    const refusal = personRefusal(db, actor, person, 'persons');
    if (refusal) return err(refusal);
  }
  const wanted = persons ?? (actor.reach === 'own' ? [actor.userId] : null);
  return services.jobs.run('proposeVisits', { ...limits, today: actor.today, persons: wanted }, job ?? unwatched);
}
