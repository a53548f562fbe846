import type { PaymentMethod } from '../../src-shared/payments/payment.ts';

/** An order of the sample book, by days before today; all of it is made up. */
export interface SampleOrder {
  /** Short name. */
  readonly customer: string;
  readonly daysAgo: number;
  readonly creditDays: number;
  /** Code of a product and how many. */
  readonly lines: readonly (readonly [code: string, quantity: number])[];
  /** A plan: 30 % first, the rest monthly, in so many parts. */
  readonly parts?: number;
  /** What came in: share of the order in percent; null: all that is open of it. */
  readonly paid?: readonly (readonly [daysAgo: number, method: PaymentMethod, percent: number | null])[];
  /** Goods that came back. */
  readonly returned?: readonly [daysAgo: number, code: string, quantity: number];
  readonly dispute?: string;
}

const all = null;

export const sampleOrders: readonly SampleOrder[] = [
  { customer: '王记建材', daysAgo: 112, creditDays: 45, lines: [['HY-304-4', 620]], paid: [[70, 'transfer', all]] },
  {
    customer: '王记建材',
    daysAgo: 73,
    creditDays: 45,
    lines: [
      ['LL-8100', 120],
      ['ZG-ST4', 300],
    ],
    paid: [[42, 'transfer', all]],
  },
  { customer: '王记建材', daysAgo: 51, creditDays: 45, lines: [['HG-45', 460]], paid: [[7, 'wechat', 78]] },
  {
    customer: '王记建材',
    daysAgo: 34,
    creditDays: 45,
    lines: [
      ['HY-304-4', 900],
      ['DT-265', 80],
    ],
  },
  { customer: '王记建材', daysAgo: 14, creditDays: 45, lines: [['HY-304-5', 400]] },
  { customer: '恒通装饰', daysAgo: 96, creditDays: 30, lines: [['HG-50', 300]], paid: [[60, 'transfer', all]] },
  {
    customer: '恒通装饰',
    daysAgo: 52,
    creditDays: 30,
    lines: [['DT-265', 100]],
    dispute: '一批 12 副合页松动，等换货',
  },
  {
    customer: '恒通装饰',
    daysAgo: 12,
    creditDays: 30,
    lines: [
      ['HY-304-4', 860],
      ['DT-265', 46],
    ],
    returned: [3, 'HY-304-4', 12],
  },
  {
    customer: '之江建工',
    daysAgo: 88,
    creditDays: 30,
    lines: [['GQ-M20', 6_000]],
    paid: [[61, 'acceptance_bill', all]],
  },
  {
    customer: '之江建工',
    daysAgo: 17,
    creditDays: 15,
    lines: [
      ['LL-10120', 240],
      ['ZG-50', 380],
    ],
    parts: 3,
    paid: [[9, 'transfer', 30]],
  },
  { customer: '宏远门窗', daysAgo: 108, creditDays: 30, lines: [['HL-LHJ', 1_200]], paid: [[66, 'transfer', all]] },
  {
    customer: '宏远门窗',
    daysAgo: 76,
    creditDays: 30,
    lines: [
      ['HL-LHJ', 2_400],
      ['QG-115', 145],
    ],
  },
  { customer: '宏远门窗', daysAgo: 24, creditDays: 30, lines: [['HL-LHJ', 1_543]] },
  { customer: '兴达五金', daysAgo: 60, creditDays: 30, lines: [['LL-8100', 30]], paid: [[31, 'wechat', all]] },
  {
    customer: '兴达五金',
    daysAgo: 1,
    creditDays: 30,
    lines: [
      ['LL-8100', 12],
      ['BL-750', 365],
    ],
  },
  { customer: '明珠物业', daysAgo: 84, creditDays: 15, lines: [['MJ-200', 24]], paid: [[70, 'transfer', all]] },
  { customer: '明珠物业', daysAgo: 38, creditDays: 30, lines: [['MJ-200', 22]] },
  { customer: '明珠物业', daysAgo: 15, creditDays: 30, lines: [['SX-C', 200]] },
  { customer: '金盾锁业', daysAgo: 118, creditDays: 30, lines: [['SX-C', 168]] },
  { customer: '金盾锁业', daysAgo: 40, creditDays: 60, lines: [['SX-C', 108]] },
  { customer: '大江东钢构', daysAgo: 26, creditDays: 60, lines: [['GQ-M20', 2_860]] },
  { customer: '顺昌木业', daysAgo: 70, creditDays: 30, lines: [['LS-304', 500]], paid: [[41, 'transfer', all]] },
  {
    customer: '顺昌木业',
    daysAgo: 22,
    creditDays: 30,
    lines: [
      ['HG-45', 240],
      ['LS-304', 350],
    ],
  },
  { customer: '海创物业', daysAgo: 18, creditDays: 30, lines: [['DS-LED', 133]] },
  { customer: '永利管件', daysAgo: 27, creditDays: 45, lines: [['ZG-25', 200]], paid: [[6, 'alipay', 20]] },
  { customer: '运河装饰', daysAgo: 72, creditDays: 30, lines: [['BL-750', 380]] },
  { customer: '竹缘家居', daysAgo: 47, creditDays: 30, lines: [['LS-304', 224]] },
  { customer: '绿野园林', daysAgo: 20, creditDays: 30, lines: [['TL-1250', 16]], paid: [[2, 'cash', 10]] },
  { customer: '众安消防', daysAgo: 55, creditDays: 30, lines: [['ZG-50', 120]], paid: [[29, 'cheque', all]] },
  { customer: '永固建材', daysAgo: 64, creditDays: 30, lines: [['LL-10120', 40]], paid: [[30, 'transfer', all]] },
  { customer: '博雅学校', daysAgo: 44, creditDays: 60, lines: [['DS-LED', 60]] },
];

/** Owed from before the book: customer, days ago, credit days, yuan, number in the old books. */
export const sampleOpenings: readonly (readonly [string, number, number, number, string])[] = [
  ['新天地五金', 160, 30, 4_260, 'QC-0031'],
  ['春江水暖', 155, 30, 1_860, 'QC-0047'],
  ['王记建材', 140, 45, 18_400, 'QC-0012'],
];

/** Paid before there was anything to settle: customer, days ago, yuan. */
export const sampleDeposits: readonly (readonly [string, number, number])[] = [
  ['美佳橱柜', 8, 5_000],
  ['王记建材', 90, 18_400],
];

/** Said when they will pay: customer, said so many days ago, for in how many days, yuan, what became of it. */
export const samplePromises: readonly (readonly [string, number, number, number | null, 'open' | 'broken'])[] = [
  ['宏远门窗', 4, 3, 15_000, 'open'],
  ['金盾锁业', 20, -6, 9_000, 'broken'],
  ['运河装饰', 2, 0, null, 'open'],
];
