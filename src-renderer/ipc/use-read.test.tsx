import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeMain } from '../testing/fake-main.tsx';
import { useRead } from './use-read.ts';

const main = fakeMain();

function Owed() {
  const read = useRead('receivables', 'callList', { limit: 1 });
  return <p>{read.data ? `owed by ${read.data.total}` : 'asking'}</p>;
}

/** The answers of the main process in turn; each is held back until it is let go. */
function heldAnswers(...answers: readonly unknown[]): (() => void)[] {
  const letGo: (() => void)[] = [];
  const promises = answers.map(
    (answer) =>
      new Promise((resolve) => {
        letGo.push(() => resolve(answer));
      }),
  );
  main.answers('receivables.callList', () => promises.shift());
  return letGo;
}

it('reads again what changed while it was read for the first time', async () => {
  const [letFirstGo, letSecondGo] = heldAnswers({ total: 0 }, { total: 1 });
  main.show(<Owed />);
  await screen.findByText('asking');
  main.announces('receivables');
  letFirstGo?.();
  letSecondGo?.();
  await screen.findByText('owed by 1');
  expect(main.inputsOf('receivables.callList')).toHaveLength(2);
});

it('shows what is known from before a change while it reads anew', async () => {
  const [letFirstGo, letSecondGo] = heldAnswers({ total: 3 }, { total: 4 });
  main.show(<Owed />);
  letFirstGo?.();
  await screen.findByText('owed by 3');
  main.announces('receivables');
  await screen.findByText('owed by 3');
  letSecondGo?.();
  await screen.findByText('owed by 4');
});

it('does not read again what nothing was said about', async () => {
  const [letFirstGo] = heldAnswers({ total: 0 });
  main.show(<Owed />);
  await screen.findByText('asking');
  main.announces('products');
  letFirstGo?.();
  await screen.findByText('owed by 0');
  expect(main.inputsOf('receivables.callList')).toHaveLength(1);
});
