import { type Comparison, type Figure, type Measured, median, type NotRun } from './measure.ts';

export type Verdict = 'goal' | 'must' | 'short';

/** Which of its two limits a value keeps; '' when it has none. */
export function verdictOf(value: number, must: number | null, goal: number | null): Verdict | '' {
  if (goal !== null && value <= goal) return 'goal';
  if (must !== null && value <= must) return 'must';
  return must === null && goal === null ? '' : 'short';
}

export function ratioOf({ oursMs, peerMs }: Comparison): number {
  return median(oursMs) / median(peerMs);
}

/** True when nothing that has a limit misses its must. */
export function keepsItsMusts({ comparison, figures }: Measured): boolean {
  const verdicts = figures.map(({ value, must, goal }) => verdictOf(value, must, goal));
  if (comparison) verdicts.push(verdictOf(ratioOf(comparison), comparison.must, comparison.goal));
  return !verdicts.includes('short');
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

function limitsOf(value: number, must: number | null, goal: number | null): string {
  if (must === null && goal === null) return '';
  return ` (must ${must ?? '–'}, goal ${goal ?? '–'}: ${verdictOf(value, must, goal)})`;
}

function figureLine({ label, value, unit, must, goal }: Figure): string {
  return `      ${label}: ${rounded(value)} ${unit}${limitsOf(value, must, goal)}`;
}

function comparisonLine(comparison: Comparison): string {
  const { oursMs, peerMs, peer, must, goal } = comparison;
  const ratio = ratioOf(comparison);
  const spread = (values: readonly number[]) =>
    `${rounded(median(values))} ms (${rounded(Math.min(...values))}–${rounded(Math.max(...values))})`;
  return `      ours ${spread(oursMs)}, ${peer} ${spread(peerMs)}, ratio ${rounded(ratio)}${limitsOf(ratio, must, goal)}; ${oursMs.length} rounds`;
}

/** Lines for people: medians, spread and ratios, and whether each reached its goal, only its must, or fell short. */
export function tableOf(results: readonly (Measured | NotRun)[]): string {
  return results
    .flatMap((result) => {
      if ('why' in result) return [`${result.name.padEnd(5)} not run: ${result.why}`];
      const { name, what, comparison, figures } = result;
      return [
        `${name.padEnd(5)} ${what}`,
        ...(comparison ? [comparisonLine(comparison)] : []),
        ...figures.map(figureLine),
      ];
    })
    .join('\n');
}

/** The same for programs. */
export function jsonOf(results: readonly (Measured | NotRun)[]): string {
  const figureOf = (figure: Figure) => ({ ...figure, verdict: verdictOf(figure.value, figure.must, figure.goal) });
  const comparisonOf = (comparison: Comparison) => ({
    ...comparison,
    oursMedianMs: median(comparison.oursMs),
    peerMedianMs: median(comparison.peerMs),
    ratio: ratioOf(comparison),
    verdict: verdictOf(ratioOf(comparison), comparison.must, comparison.goal),
  });
  return JSON.stringify(
    results.map((result) =>
      'why' in result
        ? result
        : {
            ...result,
            comparison: result.comparison && comparisonOf(result.comparison),
            figures: result.figures.map(figureOf),
          },
    ),
    null,
    2,
  );
}
