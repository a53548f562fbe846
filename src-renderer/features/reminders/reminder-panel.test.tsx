import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Reminder } from '../../../src-shared/reminders/reminder.ts';
import type { ReminderList } from '../../../src-shared/reminders/reminders-contract.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { ReminderPanel } from './reminder-panel.tsx';

const on = parseCalendarDate('2026-09-17');
if (!on) throw new Error('no day');

const visit = (customerName: string): Reminder => ({
  kind: 'visit',
  key: `visit ${customerName}`,
  dueAt: instantFromMs(0),
  at: instantFromMs(0),
  planId: `plan ${customerName}`,
  personId: null,
  customerId: customerName,
  customerName,
  contactName: null,
  phone: null,
  on,
  time: '14:00',
  purpose: null,
});
const list = (fields: Partial<ReminderList>): ReminderList => ({
  isOn: true,
  pausedUntil: null,
  staysInTray: false,
  open: [],
  snoozed: [],
  upcoming: [],
  toOpen: null,
  ...fields,
});

const asked: { readonly procedure: string; readonly input: unknown }[] = [];
const closed = vi.fn();
beforeEach(() => {
  // jsdom has not got it; Ant Design asks for it.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  startI18n('zh-CN');
  queryClient.clear();
  asked.length = 0;
  closed.mockClear();
  const call = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    return Promise.resolve(ok({}));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (fields: Partial<ReminderList>) =>
  render(
    <QueryClientProvider client={queryClient}>
      <ReminderPanel list={list(fields)} onClose={closed} />
    </QueryClientProvider>,
  );
const sent = (procedure: string) => asked.filter((one) => one.procedure === procedure).map(({ input }) => input);

describe('ReminderPanel', () => {
  it('dismisses every reminder that waits, leaves what is put off or still to come, and closes', async () => {
    show({
      open: [
        { reminder: visit('王记'), isMissed: true },
        { reminder: visit('恒通'), isMissed: false },
      ],
      snoozed: [{ reminder: visit('文三'), until: instantFromMs(1) }],
      upcoming: [{ reminder: visit('明珠'), comesAt: instantFromMs(2) }],
    });
    await userEvent.click(screen.getByRole('button', { name: '全部知道了' }));
    expect(sent('reminders.dismiss')).toEqual([{ keys: ['visit 王记', 'visit 恒通'] }]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('offers no snooze for what has not come yet', () => {
    show({ upcoming: [{ reminder: visit('明珠'), comesAt: instantFromMs(2) }] });
    expect(screen.queryByRole('button', { name: /稍后/ })).toBeNull();
    expect(screen.queryByRole('button', { name: '全部知道了' })).toBeNull();
  });

  it('says why nothing comes when reminders are off', () => {
    show({ isOn: false });
    expect(screen.getByText('提醒关着，到时间不会弹出来')).toBeTruthy();
  });
});
