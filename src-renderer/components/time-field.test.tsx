import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { isSaveKey } from '../state/shortcuts.ts';
import { fakeMain } from '../testing/fake-main.tsx';
import { TimeField } from './time-field.tsx';

fakeMain();

const saved = vi.fn();
beforeEach(() => saved.mockClear());

function Form() {
  const [time, setTime] = useState<string | null>('09:00');
  return (
    <form
      onKeyDown={(event) => {
        if (isSaveKey(event)) saved(time);
      }}
    >
      <TimeField label="when" value={time} onChange={setTime} />
    </form>
  );
}

it.each([
  ['1430', '14:30'],
  ['8', '08:00'],
  // What is no time leaves the one that was there.
  ['99', '09:00'],
  ['{Backspace}', null],
])('typed as %j it is in the form before Ctrl+Enter saves it', async (typed, time) => {
  render(<Form />);
  const field = screen.getByRole('combobox', { name: 'when' });
  await userEvent.clear(field);
  await userEvent.type(field, `${typed}{Control>}{Enter}{/Control}`);
  expect(saved.mock.calls).toEqual([[time]]);
});
