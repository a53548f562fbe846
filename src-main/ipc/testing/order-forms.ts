import { dayOf } from '../../../db/testing/open-test-book.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';

type CreateInput = InputOf<Contract['orders']['create']>;
export type LineForm = CreateInput['lines'][number];

/** A line of `yuan` without a discount, in one piece. */
export function aLine(yuan: number, more: Partial<LineForm> = {}): LineForm {
  return { title: '六角螺栓', unitPriceE4: Math.round(yuan * 10_000), quantityE3: 1_000, ...more };
}

/** An order of 5 March 2026 over 1,000.00, due in 30 days. */
export function anOrder(customerId: string, more: Partial<CreateInput> = {}): CreateInput {
  return {
    customerId,
    issuedOn: dayOf('2026-03-05'),
    credit: { kind: 'days', days: 30 },
    plan: { kind: 'once' },
    lines: [aLine(1_000)],
    ...more,
  };
}
