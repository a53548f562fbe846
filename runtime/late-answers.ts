import { setTimeout as pause } from 'node:timers/promises';

/** The environment variable by which a run of journeys asks for late answers; its value is the seed. */
export const lateVariable = 'KEBEN_STAND_IN_LATE';

const usualMs = 250;
const rareMs = 1_500;
const rareShare = 0.03;

/**
 * How long each answer of the main process waits before it goes to the page: half of them not at all, a few for so long
 * that a person goes on meanwhile. What is announced is not held back, so it overtakes answers from before it, as it can
 * on a slow PC. The same seed gives the same waits.
 */
export function waitsOf(seed: number): () => number {
  let state = seed >>> 0;
  const random = (): number => {
    // A linear congruential generator: waits need no better one.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => {
    const kind = random();
    const share = random();
    if (kind < rareShare) return rareMs;
    return kind < 0.5 ? Math.round(share * usualMs) : 0;
  };
}

const seed = Number(process.env[lateVariable] ?? Number.NaN);
const nextWait = Number.isNaN(seed) ? null : waitsOf(seed);

/** The answer, late when this run asked for it. */
export async function inItsTime<T>(answer: Promise<T>): Promise<T> {
  const ms = nextWait?.() ?? 0;
  const value = await answer;
  if (ms > 0) await pause(ms);
  return value;
}
