import { defaultWarningRules, type Warning, type WarningRules } from './warnings.ts';

/** Limits of 0 would be infinitely exceeded. */
const mostTimes = 64;
/** Each step is a fifth worse than the one before: a day more does not change the order of a whole list. */
const stepsPerDoubling = 4;

/** How bad a warning is, in steps of about a fifth over its threshold, so that silence and debts compare. 0 and up. */
export function warningWeight(warning: Warning, rules: WarningRules = defaultWarningRules): number {
  const times = Math.min(mostTimes, Math.max(1, timesThreshold(warning, rules)));
  return Math.floor(stepsPerDoubling * Math.log2(times));
}

function timesThreshold(warning: Warning, rules: WarningRules): number {
  switch (warning.code) {
    case 'silent':
      return (warning.days * 10) / (warning.cadenceDays * rules.silentCadenceTenths);
    case 'no_order_for_long':
      return warning.days / Math.max(rules.shortestSilence, rules.gapTimes * warning.medianGap);
    case 'sales_falling':
      return (1 - warning.nowFen / warning.usualFen) / (1 - rules.salesPercent / 100);
    case 'overdue':
      return warning.days / rules.overdueDays;
    case 'over_limit':
      return warning.limitFen === 0 ? mostTimes : warning.openFen / warning.limitFen;
  }
}
