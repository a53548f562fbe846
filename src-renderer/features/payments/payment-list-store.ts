import { create } from 'zustand';
import type { DaySpan, PeriodName } from '../../../src-shared/core/named-period.ts';
import type { PaymentMethod } from '../../../src-shared/payments/payment.ts';
import type { SourceKind } from '../../../src-shared/receivables/ledger.ts';

export const listPeriods = [
  'this_month',
  'last_month',
  'this_quarter',
  'this_year',
] as const satisfies readonly PeriodName[];
export type ListPeriod = (typeof listPeriods)[number];

interface PaymentListLook {
  /** A span named by its words moves with the days; null: all. */
  readonly period: ListPeriod | DaySpan | null;
  readonly methods: readonly PaymentMethod[];
  readonly kinds: readonly SourceKind[];
  readonly onlyOpenBills: boolean;
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

const firstLook: PaymentListLook = {
  period: 'this_month',
  methods: [],
  kinds: [],
  onlyOpenBills: false,
  search: '',
  page: 1,
};

export const usePaymentListLook = create<PaymentListLook>(() => firstLook);

/** Another filter begins at its first page. */
export function filterPayments(fields: Partial<Omit<PaymentListLook, 'page'>>): void {
  usePaymentListLook.setState({ ...fields, page: 1 });
}

export function turnPaymentPage(page: number): void {
  usePaymentListLook.setState({ page });
}

export function showAllPayments(): void {
  usePaymentListLook.setState({ ...firstLook, period: null });
}
