import { performance } from 'node:perf_hooks';

/** One goal of the table in performance terms: ours against its peer, in the same run. */
export interface Measured {
  readonly name: string;
  readonly what: string;
  readonly peer: string;
  /** Milliseconds of each round, in order; ours and peer interleaved. */
  readonly oursMs: readonly number[];
  readonly peerMs: readonly number[];
  /** ours ÷ peer that must and should be reached; null: the goal is absolute and stands in `absolute`. */
  readonly must: number | null;
  readonly goal: number | null;
  /** Further figures with a limit of their own, such as memory or the worst gap. */
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly must: number | null;
  readonly goal: number | null;
}

/** A benchmark that could not run here, and what would mend it. */
export interface NotRun {
  readonly name: string;
  readonly why: string;
}

export interface Benchmark {
  readonly name: string;
  readonly what: string;
  run(options: BenchOptions): Promise<Measured | NotRun>;
}

export interface BenchOptions {
  /** A folder of its own, emptied afterwards. */
  readonly folder: string;
  readonly rounds: number;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Nearest-rank percentile; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs ours and the peer in turn, so that a machine that slows down slows both. The first round of each is not counted. */
export async function interleaved(
  rounds: number,
  ours: (round: number) => Promise<number>,
  peer: (round: number) => Promise<number>,
): Promise<{ oursMs: number[]; peerMs: number[] }> {
  const oursMs: number[] = [];
  const peerMs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const a = await ours(round);
    const b = await peer(round);
    if (round === 0) continue;
    oursMs.push(a);
    peerMs.push(b);
  }
  return { oursMs, peerMs };
}
