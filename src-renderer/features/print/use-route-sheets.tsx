import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import type { RouteStop } from '../../../src-shared/visits/visit-entry.ts';
import { useBook } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import type { PrintRequest } from '../../state/print-request.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords, type WindowWords } from '../../text/use-window-words.ts';
import { DistrictHead, RouteHead, RouteLaterHead, Stop } from './route-blocks.tsx';
import type { Sheet, SheetBlock, SheetsRead } from './sheet.ts';

interface Names {
  readonly tier: (id: string | null) => string;
  readonly person: (id: string | null) => string;
}

/** 拜访单: one sheet per person and day, its stops by district. */
export function useRouteSheets(request: Extract<PrintRequest, { kind: 'route' }>): SheetsRead {
  const words = useWindowWords();
  const company = useBook()?.companyName ?? '';
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  const { from, to, persons } = request;
  const read = useRead('visits', 'routeSheet', { from, to, ...(persons ? { persons: [...persons] } : {}) });
  const stops = read.data?.stops;
  const sheets = useMemo(() => {
    if (!stops || !tiers) return null;
    const names: Names = {
      tier: (id) => tiers.find((tier) => tier.id === id)?.name ?? '',
      person: (id) => users.find((user) => user.id === id)?.name ?? words.t('filter.noOwner'),
    };
    return [...Map.groupBy(stops, (stop) => `${stop.plan.plannedOn} ${stop.plan.personId}`).values()].flatMap((group) =>
      sheetOf(group, company, words, names),
    );
  }, [stops, tiers, users, company, words]);
  return { sheets, error: read.error };
}

function sheetOf(stops: readonly RouteStop[], company: string, words: WindowWords, names: Names): readonly Sheet[] {
  const [first] = stops;
  if (!first) return [];
  const { t } = words;
  const day = first.plan.plannedOn;
  const person = names.person(first.plan.personId);
  return [
    {
      key: `${day} ${first.plan.personId}`,
      head: <RouteHead t={t} company={company} day={day} person={person} stops={stops.length} />,
      laterHead: <RouteLaterHead t={t} day={day} person={person} />,
      blocks: blocksOf(stops, words, names),
    },
  ];
}

function blocksOf(stops: readonly RouteStop[], words: WindowWords, names: Names): readonly SheetBlock[] {
  const blocks: SheetBlock[] = [];
  let number = 0;
  for (const [district, group] of inOrderOfTime(stops)) {
    blocks.push({
      key: `district ${district}`,
      node: <DistrictHead name={district ?? words.t('today.noDistrict')} count={stopsText(words.t, group.length)} />,
      keepWithNext: true,
    });
    for (const stop of group) {
      number += 1;
      blocks.push({
        key: stop.plan.id,
        node: <Stop words={words} stop={stop} number={number} tier={names.tier(stop.tierId)} person={names.person} />,
        keepWithNext: false,
      });
    }
  }
  return blocks;
}

/** Districts as they are driven: the one with the earliest time first, those without any time after them. */
function inOrderOfTime(stops: readonly RouteStop[]): readonly (readonly [string | null, readonly RouteStop[]])[] {
  const earliest = (group: readonly RouteStop[]) =>
    group.reduce(
      (first, { plan }) => ((plan.plannedTime ?? noTime) < first ? (plan.plannedTime ?? noTime) : first),
      noTime,
    );
  return [...Map.groupBy(stops, (stop) => stop.district)].sort(([, a], [, b]) =>
    earliest(a).localeCompare(earliest(b)),
  );
}

/** Sorts after every time of a day. */
const noTime = '99:99';

function stopsText(t: TFunction, count: number): string {
  return t('print.stops', { count, shown: countText(count) });
}
