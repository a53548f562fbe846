import { type Figure, type Measured, median, type NotRun } from './measure.ts';

type Verdict = 'goal' | 'must' | 'short';

function verdict(value: number, must: number | null, goal: number | null): Verdict | '' {
  if (goal !== null && value <= goal) return 'goal';
  if (must !== null && value <= must) return 'must';
  return must === null && goal === null ? '' : 'short';
}

function ratioOf(measured: Measured): number {
  return median(measured.oursMs) / median(measured.peerMs);
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

function figureLine(figure: Figure): string {
  const limits = [figure.must === null ? '' : `must ${figure.must}`, figure.goal === null ? '' : `goal ${figure.goal}`]
    .filter(Boolean)
    .join(', ');
  return `      ${figure.label}: ${rounded(figure.value)} ${figure.unit}${limits ? ` (${limits}: ${verdict(figure.value, figure.must, figure.goal)})` : ''}`;
}

/** Lines for people: medians and ratios, and whether each reached its goal, only its must, or fell short. */
export function tableOf(results: readonly (Measured | NotRun)[]): string {
  return results
    .flatMap((result) => {
      if ('why' in result) return [`${result.name.padEnd(5)} not run: ${result.why}`];
      const ratio = ratioOf(result);
      const limits =
        result.must === null
          ? ''
          : ` (must ${result.must}, goal ${result.goal}: ${verdict(ratio, result.must, result.goal)})`;
      return [
        `${result.name.padEnd(5)} ${result.what}`,
        `      ours ${rounded(median(result.oursMs))} ms, ${result.peer} ${rounded(median(result.peerMs))} ms, ratio ${rounded(ratio)}${limits}; ${result.oursMs.length} rounds`,
        ...result.figures.map(figureLine),
      ];
    })
    .join('\n');
}

export function jsonOf(results: readonly (Measured | NotRun)[]): string {
  return JSON.stringify(
    results.map((result) =>
      'why' in result
        ? result
        : {
            ...result,
            oursMedianMs: median(result.oursMs),
            peerMedianMs: median(result.peerMs),
            ratio: ratioOf(result),
            verdict: verdict(ratioOf(result), result.must, result.goal),
          },
    ),
    null,
    2,
  );
}
