import type { z } from 'zod';
import type { Reach, Right } from '../users/rights.ts';
import type { Topic } from './topics.ts';

declare const outputType: unique symbol;

/**
 * One thing the window may ask of the main process.
 * `query` reads, `command` writes or has an effect, `job` is long work with progress and cancel.
 */
export interface Procedure<
  Kind extends ProcedureKind = ProcedureKind,
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
> {
  readonly kind: Kind;
  readonly right: Right;
  readonly input: Input;
  /** Topics announced after it succeeded; a handler may announce more. */
  readonly stale: readonly Topic[];
  readonly [outputType]?: Output;
}

export type ProcedureKind = 'query' | 'command' | 'job';

/** Carries the output's type; outputs are made by our own code, so they are typed and not parsed. */
export interface OutputOf<T> {
  readonly [outputType]?: T;
}

export function returns<T>(): OutputOf<T> {
  return {};
}

export function query<I extends z.ZodType, O>(right: Right, input: I, _output: OutputOf<O>): Procedure<'query', I, O> {
  return { kind: 'query', right, input, stale: [] };
}

export function command<I extends z.ZodType, O>(
  right: Right,
  input: I,
  _output: OutputOf<O>,
  stale: readonly Topic[],
): Procedure<'command', I, O> {
  return { kind: 'command', right, input, stale };
}

export function job<I extends z.ZodType, O>(
  right: Right,
  input: I,
  _output: OutputOf<O>,
  stale: readonly Topic[] = [],
): Procedure<'job', I, O> {
  return { kind: 'job', right, input, stale };
}

/** What the caller hands in. */
export type InputOf<P> = P extends Procedure<ProcedureKind, infer I, unknown> ? z.input<I> : never;
/** What the handler receives: parsed, with defaults filled. */
export type ParsedInputOf<P> = P extends Procedure<ProcedureKind, infer I, unknown> ? z.output<I> : never;
export type OutputOfProcedure<P> = P extends Procedure<ProcedureKind, z.ZodType, infer O> ? O : never;

/** Progress of a running job, pushed on `kb:progress`. */
export interface JobProgress {
  readonly jobId: string;
  readonly stage: JobStage;
  /** 0–1, null while the end is not in sight. */
  readonly fraction: number | null;
  /** Things done so far and in all (rows, bytes …), null when not counted. */
  readonly done: number | null;
  readonly total: number | null;
  /** Estimated milliseconds to the end, null while unknown. */
  readonly leftMs: number | null;
}

export type JobStage =
  | 'reading'
  | 'checking'
  | 'planning'
  | 'waiting'
  | 'writing'
  | 'indexing'
  | 'copying'
  | 'verifying'
  | 'finishing';

/** Who calls and how far their right reaches; what dispatch hands to a handler beside the input. */
export interface Caller {
  readonly userId: string;
  readonly reach: Reach;
}
