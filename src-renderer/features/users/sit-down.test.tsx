import { expect, it } from 'vitest';
import { setDraft, useDraftStore } from '../../state/drafts.ts';
import { useSeatStore } from '../../state/seat.ts';
import { fakeMain } from '../../testing/fake-main.tsx';
import { sitDown } from './sit-down.ts';

const main = fakeMain();

/** The phases the window goes through from now on. */
function phases(): readonly string[] {
  const seen: string[] = [];
  useSeatStore.subscribe(({ phase }) => seen.push(phase));
  return seen;
}

it('lets nothing be typed until what the new one had half typed is in place', async () => {
  const seen = phases();
  const { turn } = useSeatStore.getState();
  setDraft('tiers', { of: 'the one before' });
  const during: string[] = [];
  main.answers('users.switchTo', () => {
    during.push(useSeatStore.getState().phase);
    return {};
  });
  main.answers('workspace.get', () => {
    during.push(useSeatStore.getState().phase);
    return { drafts: { tiers: { of: 'the new one' } } };
  });
  expect(await sitDown('u2', null)).toBeNull();
  expect(during).toEqual(['asking', 'changing']);
  expect(seen).toEqual(['asking', 'changing', 'seated']);
  expect(useDraftStore.getState().drafts).toEqual({ tiers: { of: 'the new one' } });
  expect(useSeatStore.getState().turn).toBe(turn + 1);
  expect(main.asked.map(({ procedure }) => procedure)).toEqual([
    'workspace.saveDraft',
    'users.switchTo',
    'workspace.get',
  ]);
});

it('leaves the page to the one who sits there when the PIN is wrong', async () => {
  const { turn } = useSeatStore.getState();
  setDraft('tiers', { of: 'the one before' });
  main.refuses('users.switchTo', { kind: 'conflict', reason: 'wrong_pin', otherId: 'u2' });
  expect(await sitDown('u2', '0000')).not.toBeNull();
  expect(useSeatStore.getState()).toEqual({ phase: 'seated', turn });
  expect(useDraftStore.getState().drafts).toEqual({ tiers: { of: 'the one before' } });
});
