import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { Area, Contract } from '../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../src-shared/ipc/procedure.ts';
import type { BooklessContext, HandlerContext } from './handler-context.ts';

/** Areas that answer while no book is open: else a damaged book could not be restored, nor the app be told its language. */
export const areasWithoutBook = ['book', 'workspace', 'backups', 'jobs'] as const satisfies readonly Area[];

type ContextOf<A extends Area> = A extends (typeof areasWithoutBook)[number] ? BooklessContext : HandlerContext;
type Answer<P> = Result<OutputOfProcedure<P>, AppError>;

/** One handler per procedure of an area: a missing or superfluous one does not compile. */
export type HandlersOf<A extends Area> = {
  readonly [P in keyof Contract[A]]: (
    context: ContextOf<A>,
    input: ParsedInputOf<Contract[A][P]>,
  ) => Answer<Contract[A][P]> | Promise<Answer<Contract[A][P]>>;
};

export type Handlers = { readonly [A in Area]: HandlersOf<A> };
