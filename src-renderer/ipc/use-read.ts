import { keepPreviousData, type QueryKey, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { Area, Contract } from '../../src-shared/ipc/contract.ts';
import type { InputOf, OutputOfProcedure } from '../../src-shared/ipc/procedure.ts';
import { AppProblem } from './app-problem.ts';
import { bridge } from './bridge.ts';
import type { QueryName } from './client.ts';

type Input<A extends Area, P extends QueryName<A>> = InputOf<Contract[A][P]>;
type Output<A extends Area, P extends QueryName<A>> = OutputOfProcedure<Contract[A][P]>;

interface ReadSettings {
  /** False: nothing is asked yet. */
  readonly enabled?: boolean;
  /** True: what was shown for the last input stays until the new answer is there, so nothing jumps. */
  readonly keepShowing?: boolean;
}

export function readKey(area: string, procedure: string, input: unknown): QueryKey {
  return [area, procedure, input];
}

export function readOptions<A extends Area, P extends QueryName<A>>(area: A, procedure: P, input: Input<A, P>) {
  return queryOptions({
    queryKey: readKey(area, procedure, input),
    queryFn: async (): Promise<Output<A, P>> => {
      // Safe: the name is made from the very area and procedure whose output type is taken.
      const answer = (await bridge().call({ procedure: `${area}.${procedure}`, input })) as Result<
        Output<A, P>,
        AppError
      >;
      if (!answer.ok) throw new AppProblem(answer.error);
      return answer.value;
    },
  });
}

/** Reads through the cache; reloaded when one of its topics (query-topics.ts) is announced. */
export function useRead<A extends Area, P extends QueryName<A>>(
  area: A,
  procedure: P,
  input: Input<A, P>,
  settings: ReadSettings = {},
): UseQueryResult<Output<A, P>> {
  return useQuery({
    ...readOptions(area, procedure, input),
    enabled: settings.enabled ?? true,
    ...(settings.keepShowing ? { placeholderData: keepPreviousData } : {}),
  });
}
