/**
 * Makes `new Date()` and `Date.now()` go on from another moment: journeys over 春节 or across midnight need a day of
 * their own. Timers keep real time. Used in the stand-in's main process and, as text, in its page: it may use its argument
 * only. A job's thread has the PC's clock; jobs are handed `now`.
 */
export function startClockAt(startMs: number): void {
  const RealDate = Date;
  const aheadMs = startMs - RealDate.now();
  const now = () => RealDate.now() + aheadMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}

/** The environment variable by which the starter hands over the moment, as ISO-8601 text. */
export const clockVariable = 'KEBEN_STAND_IN_CLOCK';
