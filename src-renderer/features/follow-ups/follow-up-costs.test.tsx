import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../src-shared/core/result.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { FollowUpBox } from './follow-up-box.tsx';

const asked: { readonly procedure: string; readonly input: unknown }[] = [];
const created = () => asked.filter(({ procedure }) => procedure === 'followUps.create').map(({ input }) => input);

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  asked.length = 0;
  const answers: Readonly<Record<string, () => unknown>> = {
    'book.status': () => ({ state: 'open', bookId: 'b', today: '2026-02-09', timeZone: 'Asia/Shanghai' }),
    'users.list': () => ({ users: [{ id: 'u', name: '老板', role: 'owner', isGone: false }], currentId: 'u' }),
    'workdays.years': () => ({ years: [] }),
    'followUps.create': () => ({ batchId: 'x', id: 'f' }),
  };
  const call = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    return Promise.resolve(ok(answers[request.procedure]?.() ?? {}));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(customerId: string, isInboundOnly = false) {
  render(
    <QueryClientProvider client={queryClient}>
      <FollowUpBox
        customer={{ id: customerId, name: '王记', cadenceDays: 7, openPlans: [], contacts: [], isInboundOnly }}
        cadenceText=""
        onBack={() => {}}
      />
    </QueryClientProvider>,
  );
  await userEvent.type(await screen.findByRole('textbox', { name: '跟进内容' }), '请他吃饭');
}

describe('FollowUpBox', () => {
  it('takes a cost by Alt+C and a concession by Alt+Y, saved with the talk', async () => {
    await show('c1');
    await userEvent.keyboard('{Alt>}c{/Alt}368{Tab}请客{Enter}');
    await userEvent.keyboard('{Alt>}y{/Alt}12.5{Tab}抹零{Enter}');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(created()).toMatchObject([
      {
        costs: [
          { kind: 'service', on: '2026-02-09', amountFen: 36_800, what: '请客' },
          { kind: 'concession', on: '2026-02-09', amountFen: 1250, what: '抹零' },
        ],
      },
    ]);
  });

  it('keeps no cost without an amount or without words, and none that is taken out again', async () => {
    await show('c2');
    await userEvent.keyboard('{Alt>}c{/Alt}{Enter}');
    expect(screen.getByText('填金额')).toBeDefined();
    await userEvent.keyboard('50{Enter}');
    expect(screen.queryByRole('button', { name: /^不记/ })).toBeNull();
    await userEvent.keyboard('路费{Enter}');
    await userEvent.click(screen.getByRole('button', { name: '不记 路费' }));
    await userEvent.click(screen.getByRole('textbox', { name: '跟进内容' }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(created()).toMatchObject([{ costs: [] }]);
  });

  it('offers no cost where only a visit of another’s customer is noted', async () => {
    await show('c3', true);
    expect(screen.queryByRole('button', { name: '记服务成本' })).toBeNull();
    await userEvent.keyboard('{Alt>}c{/Alt}');
    expect(screen.queryByRole('textbox', { name: '金额' })).toBeNull();
  });
});
