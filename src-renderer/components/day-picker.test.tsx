import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { useToday } from '../ipc/use-book.ts';
import { isSaveKey } from '../state/shortcuts.ts';
import { fakeMain, fakeToday } from '../testing/fake-main.tsx';
import { DayPicker } from './day-picker.tsx';

const main = fakeMain();
let chosen: CalendarDate | null = null;

function Held() {
  const [day, setDay] = useState<CalendarDate | null>(null);
  chosen = day;
  return (
    <>
      <DayPicker label="日期" value={day} onChange={setDay} />
      <button type="button">后面</button>
    </>
  );
}

async function typed(text: string, key: '{Enter}' | '{Tab}'): Promise<HTMLElement> {
  chosen = null;
  main.show(<Held />);
  const field = await screen.findByRole('textbox', { name: '日期' });
  await userEvent.type(field, `${text}${key}`);
  return field;
}

it.each([
  ['2026/10/15', '2026-10-15'],
  ['2026.10.15', '2026-10-15'],
  ['2026-10-15', '2026-10-15'],
  ['20261015', '2026-10-15'],
  ['10-15', '2026-10-15'],
  ['明天', '2026-05-22'],
])('takes %s, typed key by key, with Enter', async (text, day) => {
  expect(fakeToday).toBe('2026-05-21');
  const field = await typed(text, '{Enter}');
  await waitFor(() => expect([chosen, field]).toEqual([day, field]));
  expect(field).toHaveProperty('value', day);
});

it('takes on leaving the field what was typed', async () => {
  const field = await typed('10月15日', '{Tab}');
  await waitFor(() => expect(field).toHaveProperty('value', '2026-10-15'));
  expect(chosen).toBe('2026-10-15');
});

it.each(['{Enter}', '{Tab}', 'click'])('takes another day over the one it holds, on %s', async (way) => {
  main.show(<Held />);
  const field = await screen.findByRole('textbox', { name: '日期' });
  await userEvent.type(field, '2026-10-15{Enter}');
  await waitFor(() => expect(chosen).toBe('2026-10-15'));
  await userEvent.click(field);
  await userEvent.clear(field);
  await userEvent.type(field, `10-20${way === 'click' ? '' : way}`);
  if (way === 'click') await userEvent.click(screen.getByRole('button', { name: '后面' }));
  await waitFor(() => expect(field).toHaveProperty('value', '2026-10-20'));
  expect(chosen).toBe('2026-10-20');
});

it('takes a whole day over one that is shown with its weekday', async () => {
  function Near() {
    const [day, setDay] = useState<CalendarDate | null>(parseCalendarDate('2026-05-25'));
    chosen = day;
    return <DayPicker label="日期" value={day} today={useToday()} onChange={setDay} />;
  }
  main.show(<Near />);
  const field = await screen.findByRole('textbox', { name: '日期' });
  expect(field).toHaveProperty('value', '05-25 Mon');
  field.focus();
  fireEvent.change(field, { target: { value: '2026-05-26' } });
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(chosen).toBe('2026-05-26'));
  expect(screen.queryByText('日期不对，例如 2026-03-05')).toBeNull();
});

it('is emptied by deleting what stands there', async () => {
  const field = await typed('2026-10-15', '{Enter}');
  await waitFor(() => expect(chosen).toBe('2026-10-15'));
  await userEvent.clear(field);
  await userEvent.tab();
  await waitFor(() => expect(chosen).toBeNull());
  expect(field).toHaveProperty('value', '');
});

it('leaves what is no day in the field and says so', async () => {
  const field = await typed('下回', '{Enter}');
  await screen.findByText('日期不对，例如 2026-03-05');
  expect(field).toHaveProperty('value', '下回');
  expect(chosen).toBeNull();
});

describe('in a form', () => {
  const saved = vi.fn();
  let drawAgain = () => {};
  beforeEach(() => saved.mockClear());

  function Form() {
    const today = useToday();
    const [day, setDay] = useState<CalendarDate | null>(today);
    const [, setDrawn] = useState(0);
    drawAgain = () => setDrawn((before) => before + 1);
    return (
      <form
        onKeyDown={(event) => {
          if (!isSaveKey(event)) return;
          event.preventDefault();
          saved(day);
        }}
      >
        <DayPicker label="日期" value={day} onChange={setDay} upTo={today} isClearable={false} />
        <output>{day}</output>
      </form>
    );
  }

  async function typedOver(text: string): Promise<HTMLElement> {
    main.show(<Form />);
    const field = await screen.findByRole('textbox', { name: '日期' });
    await userEvent.click(field);
    await userEvent.clear(field);
    await userEvent.type(field, text);
    return field;
  }

  it('keeps what is being typed when an answer from elsewhere draws the form anew', async () => {
    const field = await typedOver('2026-04-10');
    act(() => drawAgain());
    await userEvent.type(field, '{Enter}');
    expect(screen.getByRole('status').textContent).toBe('2026-04-10');
  });

  it.each([
    ['2026-04-10', 'Enter'],
    ['2026-04-10', 's'],
    ['4月10日', 'Enter'],
    ['4月10日', 's'],
  ])('%s is in the form before Ctrl+%s saves it', async (text, key) => {
    await typedOver(`${text}{Control>}{${key}}{/Control}`);
    expect(saved.mock.calls).toEqual([['2026-04-10']]);
  });

  it.each([
    ['2026-05-22', '不能晚于 2026-05-21'],
    ['明天', '不能晚于 2026-05-21'],
    ['2026-02-30', '日期不对，例如 2026-03-05'],
    ['下回', '日期不对，例如 2026-03-05'],
  ])('saves nothing while %s stands there, and says %s', async (text, said) => {
    const field = await typedOver(`${text}{Control>}s{/Control}`);
    await screen.findByText(said);
    expect(saved).not.toHaveBeenCalled();
    expect(field).toHaveProperty('value', text);
  });
});
