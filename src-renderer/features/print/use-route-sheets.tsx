import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import type { RouteStop } from '../../../src-shared/visits/visit-entry.ts';
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
      sheetOf(group, words, names),
    );
  }, [stops, tiers, users, words]);
  return { sheets, error: read.error };
}

function sheetOf(stops: readonly RouteStop[], words: WindowWords, names: Names): readonly Sheet[] {
  const [first] = stops;
  if (!first) return [];
  const { t } = words;
  const day = first.plan.plannedOn;
  const person = names.person(first.plan.personId);
  return [
    {
      key: `${day} ${first.plan.personId}`,
      head: <RouteHead t={t} day={day} person={person} stops={stops.length} />,
      laterHead: <RouteLaterHead t={t} day={day} person={person} />,
      blocks: blocksOf(stops, words, names),
    },
  ];
}

function blocksOf(stops: readonly RouteStop[], words: WindowWords, names: Names): readonly SheetBlock[] {
  const blocks: SheetBlock[] = [];
  let number = 0;
  for (const [district, group] of Map.groupBy(stops, (stop) => stop.district)) {
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

function stopsText(t: TFunction, count: number): string {
  return t('print.stops', { count, shown: countText(count) });
}
