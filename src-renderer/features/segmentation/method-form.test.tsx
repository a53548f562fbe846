import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../src-shared/core/result.ts';
import { defaultMethods } from '../../../src-shared/tiers/methods/default-methods.ts';
import type { NoProposal } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { MethodForm } from './method-form.tsx';
import { MethodProblem } from './method-problem.tsx';
import { resetMethodStore, useMethodStore } from './method-store.ts';

const tiers = ['A', 'B', 'C', 'D'].map(
  (name, position): Tier => ({
    id: name,
    name,
    color: 'amber',
    isKey: false,
    cadenceDays: 7,
    relationshipLevel: 'basic',
    servicePromise: null,
    position,
    isArchived: false,
    customerCount: 0,
  }),
);
const method = (kind: keyof typeof defaultMethods): TierMethodInput => {
  const found = defaultMethods[kind];
  return found.kind === 'score'
    ? { ...found, cuts: [...found.cuts], weights: { ...found.weights } }
    : { ...found, cuts: [...found.cuts] };
};

/** The form on what is being tried, as on the page. */
function Form({ first }: { readonly first: TierMethodInput }) {
  const tried = useMethodStore((state) => state.drafts[state.kind ?? first.kind]);
  return <MethodForm method={tried ?? first} tiers={tiers} />;
}

const shown = (node: ReactNode) => render(<QueryClientProvider client={queryClient}>{node}</QueryClientProvider>);

beforeEach(() => {
  startI18n('zh-CN');
  resetMethodStore();
  queryClient.clear();
  const users = { users: [{ id: 'owner', name: '老板', role: 'owner', isGone: false }], currentId: 'owner' };
  const call = ({ procedure }: { readonly procedure: string }) =>
    Promise.resolve(ok(procedure === 'users.list' ? users : {}));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(cleanup);

const number = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name });
const slider = (name: string) => screen.getByRole('slider', { name: `${name}，滑块` });

describe('MethodForm', () => {
  it.each(['-1', '0', '1e9', '五万'])('keeps the threshold there was when “%s” is typed in its place', (typed) => {
    shown(<Form first={method('thresholds')} />);
    const field = number('A 级门槛（元）');
    fireEvent.change(field, { target: { value: typed } });
    fireEvent.blur(field);
    expect(field.value).toBe('100,000');
  });

  it('ties the slider of a threshold to its number', async () => {
    shown(<Form first={method('thresholds')} />);
    const field = number('A 级门槛（元）');
    expect(field.value).toBe('100,000');
    expect(slider('A 级门槛（元）').getAttribute('aria-valuetext')).toBe('¥100,000');
    await userEvent.clear(field);
    await userEvent.type(field, '250000');
    expect(slider('A 级门槛（元）').getAttribute('aria-valuetext')).toBe('¥250,000');
    fireEvent.keyDown(slider('B 级门槛（元）'), { key: 'ArrowRight', keyCode: 39 });
    expect(useMethodStore.getState().drafts.thresholds?.cuts[1]).toBeGreaterThan(3_000_000);
    expect(number('B 级门槛（元）').value).not.toBe('30,000');
  });

  it('stops a slider at its neighbour', () => {
    shown(<Form first={method('abc')} />);
    const handle = slider('A 级到百分之几为止');
    for (let step = 0; step < 30; step += 1) fireEvent.keyDown(handle, { key: 'ArrowRight', keyCode: 39 });
    expect(useMethodStore.getState().drafts.abc?.cuts).toEqual([94, 95, 100]);
  });

  it('says what the weights sum to, and fills them to 100', async () => {
    shown(<Form first={method('score')} />);
    const group = screen.getByRole('group', { name: '权重，合计 100%' });
    expect(within(group).getByRole('status').textContent).toBe('合计 100%');
    const loyalty = number('忠诚度');
    await userEvent.clear(loyalty);
    await userEvent.type(loyalty, '25');
    expect(within(group).getByRole('status').textContent).toContain('合计 125%，多了 25%');
    await userEvent.click(within(group).getByRole('button', { name: '按比例补到 100%' }));
    expect(within(group).getByRole('status').textContent).toBe('合计 100%');
    expect(number('忠诚度').value).toBe('20');
  });

  it('takes months for RFM only where not all history counts', async () => {
    shown(<Form first={method('rfm')} />);
    expect(screen.queryByRole('spinbutton', { name: '最近几个月' })).toBeNull();
  });
});

describe('MethodProblem', () => {
  const problem = (kind: keyof typeof defaultMethods, found: NoProposal) =>
    shown(<MethodProblem method={method(kind)} problem={found} />);

  it('offers cuts for the tiers there are when they do not match', async () => {
    problem('abc', { reason: 'cuts_do_not_match', needed: 4, given: 3 });
    expect(screen.getByRole('status').textContent).toContain('有 5 个等级，要 4 个分界，现在是 3 个');
    await userEvent.click(screen.getByRole('button', { name: '按现有等级补齐' }));
    expect(useMethodStore.getState().drafts.abc?.cuts).toEqual([40, 80, 95, 100]);
  });

  it('offers nothing where the method cannot tell so many apart', () => {
    problem('rfm', { reason: 'cuts_do_not_match', needed: 19, given: 3 });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('分不出这么多等级');
  });

  it('says where orders come from in a book without any', async () => {
    problem('abc', { reason: 'no_orders_in_book' });
    expect(screen.getByRole('status').textContent).toContain('还没有销售单');
    expect(await screen.findByRole('button', { name: '新建销售单' })).toBeTruthy();
  });

  it.each([
    ['thresholds', '数字要越大'],
    ['abc', '百分比要越小'],
  ] as const)('says how the cuts of %s must be ordered', (kind, words) => {
    problem(kind, { reason: 'cuts_out_of_order' });
    expect(screen.getByRole('status').textContent).toContain(words);
  });
});
