import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fen } from '../../../../src-shared/core/money.ts';
import { startI18n } from '../../../app/i18n.ts';
import type { RfmChoice } from './rfm-choice.ts';
import { RfmGrid } from './rfm-grid.tsx';

const cuts = { recency: [21, 49, 213, 310], frequency: [2, 3, 4, 6], money: [1, 2, 3, 4] };
const cells = [
  { r: 5, f: 5, customers: 4, salesFen: fen(38_247_000) },
  { r: 4, f: 1, customers: 2, salesFen: fen(1_165_300) },
];

let chosen: readonly RfmChoice[];

function Grid({ first = null }: { readonly first?: RfmChoice | null }) {
  const [choice, setChoice] = useState<RfmChoice | null>(first);
  const choose = (next: RfmChoice) => {
    chosen = [...chosen, next];
    setChoice(next);
  };
  return <RfmGrid cells={cells} cuts={cuts} chosen={choice} onChoose={choose} />;
}

beforeEach(() => {
  startI18n('zh-CN');
  chosen = [];
});
afterEach(cleanup);

const focusedName = () => document.activeElement?.getAttribute('aria-label');

describe('RfmGrid', () => {
  it('says of each cell its scores, customers and sales', () => {
    render(<Grid />);
    expect(screen.getByRole('grid', { name: /RFM/ })).toBeTruthy();
    expect(screen.getAllByRole('cell')).toHaveLength(25);
    expect(screen.getByRole('button', { name: 'R5 F5，4 家，销售 ¥382,470' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'R1 F1，没有客户' })).toBeTruthy();
  });

  it('is one stop of Tab, walked by arrows, Home and End, that ends at its edges', async () => {
    render(<Grid />);
    await userEvent.tab();
    expect(focusedName()).toBe('R5 F1，没有客户');
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
    expect(focusedName()).toBe('R5 F1，没有客户');
    await userEvent.keyboard('{ArrowDown}');
    expect(focusedName()).toBe('R4 F1，2 家，销售 ¥11,653');
    await userEvent.keyboard('{End}');
    expect(focusedName()).toBe('R4 F5，没有客户');
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(focusedName()).toBe('R4 F2，没有客户');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(focusedName()).toBe('R1 F5，没有客户');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(focusedName()).toBe('R5 F1，没有客户');
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('lists the customers of a cell by Enter, stays where it was, and opens nothing where nobody is', async () => {
    render(<Grid />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    expect(chosen).toEqual([{ kind: 'cell', r: 4, f: 1 }]);
    expect(focusedName()).toBe('R4 F1，2 家，销售 ¥11,653');
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
  });

  it('is entered at the cell whose customers are listed', async () => {
    render(<Grid first={{ kind: 'cell', r: 5, f: 5 }} />);
    await userEvent.tab();
    expect(focusedName()).toBe('R5 F5，4 家，销售 ¥382,470');
  });
});
