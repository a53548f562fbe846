import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { isSaveKey } from '../state/shortcuts.ts';
import { fakeMain } from '../testing/fake-main.tsx';
import { DayPicker } from './day-picker.tsx';

fakeMain();

function dayOf(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (!day) throw new Error(`${text} is no day`);
  return day;
}

let drawAgain = () => {};
const saved = vi.fn();
beforeEach(() => saved.mockClear());

function Form() {
  const [day, setDay] = useState<CalendarDate | null>(dayOf('2026-05-21'));
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
      <DayPicker label="received" value={day} onChange={setDay} upTo={dayOf('2026-05-21')} />
      <output>{day}</output>
    </form>
  );
}

const chosen = () => screen.getByRole('status').textContent;

it('takes a typed day', async () => {
  render(<Form />);
  const field = screen.getByRole('textbox', { name: 'received' });
  await userEvent.click(field);
  await userEvent.clear(field);
  await userEvent.type(field, '2026-04-10{Enter}');
  expect(chosen()).toBe('2026-04-10');
});

it('keeps what is being typed when an answer from elsewhere draws the form anew', async () => {
  const { rerender } = render(<Form />);
  const field = screen.getByRole('textbox', { name: 'received' });
  await userEvent.click(field);
  await userEvent.clear(field);
  await userEvent.type(field, '2026-04-10');
  drawAgain();
  rerender(<Form />);
  await userEvent.type(field, '{Enter}');
  expect(chosen()).toBe('2026-04-10');
});

it.each(['Enter', 's'])('is in the form before Ctrl+%s saves it', async (key) => {
  render(<Form />);
  const field = screen.getByRole('textbox', { name: 'received' });
  await userEvent.click(field);
  await userEvent.clear(field);
  await userEvent.type(field, `2026-04-10{Control>}{${key}}{/Control}`);
  expect(saved.mock.calls).toEqual([['2026-04-10']]);
});

it.each(['2026-05-22', '2026-02-30', ''])(
  'saves with the day it had when %j is typed, which cannot be',
  async (text) => {
    render(<Form />);
    const field = screen.getByRole('textbox', { name: 'received' });
    await userEvent.click(field);
    await userEvent.clear(field);
    await userEvent.type(field, `${text}{Control>}s{/Control}`);
    expect(saved.mock.calls).toEqual([['2026-05-21']]);
  },
);
