import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import { day } from '../receivables/testing/ledger-builders.ts';
import type { OrderInstalment } from './order.ts';
import { orderSettlement } from './order-settlement.ts';

const part = (
  settlement: OrderInstalment['settlement'],
  openYuan: number,
  dueOn = '2026-04-01',
  isOverdue = false,
): OrderInstalment => ({
  receivableId: 'r',
  installmentNo: 1,
  dueOn: day(dueOn),
  amountFen: fen(10_000),
  openFen: fen(openYuan * 100),
  settlement,
  isOverdue,
});

describe('orderSettlement', () => {
  it.each([
    ['nothing owed at all', [], 'settled', 0],
    ['nothing paid', [part('open', 100), part('open', 100)], 'open', 20_000],
    ['one of two paid', [part('settled', 0), part('open', 100)], 'partial', 10_000],
    ['a part of one paid', [part('partial', 40)], 'partial', 4_000],
    ['all paid', [part('settled', 0), part('settled', 0)], 'settled', 0],
    ['one given up, the other paid', [part('written_off', 0), part('settled', 0)], 'written_off', 0],
    ['one given up, the other open', [part('written_off', 0), part('open', 100)], 'partial', 10_000],
  ] as const)('%s', (_what, parts, settlement, openFen) => {
    expect(orderSettlement(false, parts)).toMatchObject({ settlement, openFen });
  });

  it('is due on the earliest day of what is open, and overdue when any of it is', () => {
    const parts = [
      part('settled', 0, '2026-01-01'),
      part('open', 1, '2026-05-01'),
      part('open', 1, '2026-03-01', true),
    ];
    expect(orderSettlement(false, parts)).toMatchObject({ dueOn: '2026-03-01', isOverdue: true });
    expect(orderSettlement(false, [part('settled', 0)])).toMatchObject({ dueOn: null, isOverdue: false });
  });

  it('is void when the order is', () => {
    expect(orderSettlement(true, [part('void', 0)])).toEqual({
      settlement: 'void',
      openFen: 0,
      dueOn: null,
      isOverdue: false,
    });
  });
});
