import { type FoundHeader, findHeader } from './find-header.ts';
import type { ImportTarget, ImportTargetName } from './import-target.ts';
import { importTargets } from './import-targets.ts';
import { matchColumns } from './match-columns.ts';
import type { SheetRow } from './sheet-cell.ts';
import type { MergedRange } from './workbook-info.ts';

/**
 * What a sheet most likely holds, of what the user may import: the target that understands most of its headings, if
 * they are enough for it. Customers when two understand the same, and when none understands enough. `allowed` is never
 * empty; the first of it when customers are not allowed.
 */
export function proposeTarget(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
  allowed: readonly ImportTargetName[],
): ImportTargetName {
  let best: { readonly name: ImportTargetName; readonly score: number } | null = null;
  for (const name of allowed) {
    const score = understood(importTargets[name], rows, merges);
    if (score > (best?.score ?? 0)) best = { name, score };
  }
  const [first = 'customers'] = allowed;
  return best?.name ?? first;
}

/** Headings understood; 0 when what the target needs is not among them. */
function understood(target: ImportTarget, rows: readonly SheetRow[], merges: readonly MergedRange[]): number {
  const header: FoundHeader = findHeader(rows, target, merges);
  const fields = new Set(
    matchColumns(header, rows, target)
      .filter(({ confidence }) => confidence === 'header')
      .map(({ field }) => field),
  );
  const { needs, fallbacks } = target;
  const isMet = needs.every((group) =>
    group.some((key) => fields.has(key) || fallbacks.some(({ field, from }) => field === key && fields.has(from))),
  );
  return isMet ? fields.size - (fields.has(null) ? 1 : 0) : 0;
}
