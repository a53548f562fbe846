import { performance } from 'node:perf_hooks';

/** Ours against a peer that did the same work in the same run. */
export interface Comparison {
  readonly peer: string;
  /** Milliseconds of each round, in order; ours and peer interleaved. */
  readonly oursMs: readonly number[];
  readonly peerMs: readonly number[];
  /** ours ÷ peer that must and should be reached. */
  readonly must: number;
  readonly goal: number;
}

/** A number with a limit of its own, such as memory or the longest gap; null: it only informs. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly must: number | null;
  readonly goal: number | null;
}

/** One goal, measured; its results were checked before anything was timed. */
export interface Measured {
  readonly name: string;
  readonly what: string;
  /** Null: the goal is absolute and stands among the figures, or the peer is not installed. */
  readonly comparison: Comparison | null;
  readonly figures: readonly Figure[];
}

/** What could not be measured here, and what would mend it. */
export interface NotRun {
  readonly name: string;
  readonly why: string;
}

export interface Benchmark {
  /** G1, G2 …: the number of the goal. */
  readonly name: string;
  readonly what: string;
  run(options: BenchOptions): Promise<Measured | NotRun>;
}

export interface BenchOptions {
  /** A folder of its own, emptied afterwards. */
  readonly folder: string;
  readonly rounds: number;
  /** Null: as many as the goal says. Fewer rows tell whether it runs, not whether it is fast enough. */
  readonly rows: number | null;
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

/** A number that is only told. */
export function told(label: string, value: number, unit: string): Figure {
  return { label, value, unit, must: null, goal: null };
}

/** What a benchmark computed must be right before its time means anything. */
export function check(isRight: boolean, what: string): asserts isRight {
  if (!isRight) throw new Error(`wrong result: ${what}`);
}
