import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useCommandStore } from '../../state/commands.ts';
import { fakeMain, fakeToday } from '../../testing/fake-main.tsx';
// Loaded when it is first opened; the test opens it more quickly than a file is read.
import './money-export-dialog.tsx';
import { MoneyExportMenu } from './money-export-menu.tsx';
import { askForMoneyExport, type MoneyExportKind, useMoneyExportRequest } from './money-export-request.ts';

const main = fakeMain();
beforeEach(() => {
  askForMoneyExport(null);
  main.answers('exports.chooseFile', () => ({ path: '/nowhere/a.xlsx' }));
  main.answers('exports.chooseFolder', () => ({ path: '/nowhere' }));
  main.answers('exports.moneyReport', () => ({ rows: 1_234 }));
  main.answers('exports.statements', () => ({ statements: 12 }));
});

async function open(kind: MoneyExportKind): Promise<void> {
  main.show(<MoneyExportMenu />);
  askForMoneyExport(kind);
  await screen.findByRole('dialog');
}
const go = () => screen.getByRole<HTMLButtonElement>('button', { name: '选择位置并导出' });
const typeDay = async (name: string, day: string) => {
  const field = screen.getByRole('textbox', { name });
  await userEvent.clear(field);
  await userEvent.type(field, `${day}{Enter}`);
};
const reports = () => main.inputsOf('exports.moneyReport');
const isOpen = () => useMoneyExportRequest.getState().kind !== null;

describe('MoneyExportDialog', () => {
  it('writes the aging of today with one Enter, and says how many rows', async () => {
    await open('aging');
    expect(document.activeElement).toBe(go());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(main.toasts()).toEqual(['应收账龄已导出，1,234 行']));
    expect(main.inputsOf('exports.chooseFile')).toEqual([{ proposedName: `应收账龄_${fakeToday}` }]);
    expect(reports()).toMatchObject([{ report: { kind: 'aging', asOf: fakeToday }, path: '/nowhere/a.xlsx' }]);
    expect(isOpen()).toBe(false);
  });

  it.each(['payments', 'sales', 'balances'] as const)('writes %s of this month up to today', async (kind) => {
    await open(kind);
    await userEvent.click(go());
    await waitFor(() => expect(reports()).toHaveLength(1));
    expect(reports()).toMatchObject([{ report: { kind, from: '2026-05-01', to: fakeToday } }]);
  });

  it('takes a period by its name, and a day that is typed', async () => {
    await open('payments');
    await userEvent.click(screen.getByRole('button', { name: '上月' }));
    await typeDay('截止日', '2026-05-15');
    await userEvent.click(go());
    await waitFor(() => expect(reports()).toHaveLength(1));
    expect(reports()).toMatchObject([{ report: { from: '2026-04-01', to: '2026-05-15' } }]);
  });

  it('says that a period cannot end before it begins, and starts nothing', async () => {
    await open('payments');
    await typeDay('截止日', '2026-04-30');
    expect(await screen.findByText('截止日不能早于起始日')).toBeTruthy();
    expect(go().disabled).toBe(true);
    await userEvent.click(go());
    expect(main.inputsOf('exports.chooseFile')).toEqual([]);
    expect(isOpen()).toBe(true);
  });

  it('asks once where to, however quick the second click', async () => {
    await open('aging');
    main.answers('exports.chooseFile', () => new Promise(() => {}));
    await userEvent.dblClick(go());
    expect(main.inputsOf('exports.chooseFile')).toHaveLength(1);
  });

  it('writes nothing and says nothing when no place is chosen', async () => {
    main.answers('exports.chooseFile', () => ({ path: null }));
    await open('aging');
    await userEvent.click(go());
    await waitFor(() => expect(isOpen()).toBe(false));
    // Another export, which is written: the one before would have been by now.
    main.answers('exports.chooseFile', () => ({ path: '/nowhere/b.xlsx' }));
    askForMoneyExport('sales');
    await userEvent.click(await screen.findByRole('button', { name: '选择位置并导出' }));
    await waitFor(() => expect(reports()).toMatchObject([{ report: { kind: 'sales' } }]));
    expect(main.toasts()).toEqual(['销售明细已导出，1,234 行']);
  });

  it('says why a file could not be written', async () => {
    main.refuses('exports.moneyReport', { kind: 'storage', reason: 'disk_full' });
    await open('aging');
    await userEvent.click(go());
    await waitFor(() => expect(main.toasts()).toHaveLength(1));
    expect(main.toasts()[0]).not.toContain('已导出');
  });

  it('writes statements of all into a folder, or as one workbook of those with something open', async () => {
    await open('statements');
    await userEvent.click(go());
    await waitFor(() => expect(main.toasts()).toEqual(['已导出 12 家的对账单']));
    expect(main.inputsOf('exports.statements')).toMatchObject([
      { scope: { kind: 'many', onlyOpen: false }, form: 'files', path: '/nowhere', from: '2026-05-01', to: fakeToday },
    ]);
    askForMoneyExport('statements');
    await userEvent.click(await screen.findByRole('radio', { name: /一个工作簿/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: '只要期末还有未收的' }));
    await userEvent.click(go());
    await waitFor(() => expect(main.inputsOf('exports.statements')).toHaveLength(2));
    expect(main.inputsOf('exports.statements')[1]).toMatchObject({
      scope: { kind: 'many', onlyOpen: true },
      form: 'workbook',
      path: '/nowhere/a.xlsx',
    });
    expect(main.inputsOf('exports.chooseFile')).toEqual([{ proposedName: `对账单汇总_2026-05-01_${fakeToday}` }]);
  });

  it('says so when a range has nobody in it: no file was made', async () => {
    main.answers('exports.statements', () => ({ statements: 0 }));
    await open('statements');
    await userEvent.click(go());
    await waitFor(() => expect(main.toasts()).toEqual(['这个范围里没有往来，也没有余额，没有生成文件']));
  });

  it('Esc closes it and exports nothing', async () => {
    await open('aging');
    await userEvent.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
    expect(main.inputsOf('exports.chooseFile')).toEqual([]);
  });
});

describe('MoneyExportMenu', () => {
  it('offers the reports, and opens the one that is chosen', async () => {
    main.seats('bookkeeper');
    main.show(<MoneyExportMenu />);
    await userEvent.click(await screen.findByRole('button', { name: '导出' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      '应收账龄',
      '回款明细',
      '销售明细',
      '客户余额表',
      '批量对账单',
    ]);
    await userEvent.click(screen.getByRole('menuitem', { name: '回款明细' }));
    expect(await screen.findByRole('dialog', { name: '回款明细' })).toBeTruthy();
  });

  it('gives the 导出 of the window the aging, while somebody sits there who may export', async () => {
    main.show(<MoneyExportMenu />);
    const start = () => useCommandStore.getState().commands.find(({ id }) => id === 'export.start');
    expect(start()).toBeUndefined();
    await waitFor(() => expect(start()).toBeDefined());
    start()?.run();
    expect(await screen.findByRole('dialog', { name: '应收账龄' })).toBeTruthy();
  });
});
