import { create } from 'zustand';
import type { Id } from '../../src-shared/core/id.ts';
import type { PaymentPromise, PromiseOutcome } from '../../src-shared/payments/payment-promise.ts';
import type { ReceivableView } from '../../src-shared/receivables/receivable-views.ts';

/** What can be done to a debt that stands. */
export type ReceivableChange = 'amount' | 'due' | 'dispute' | 'writeOff' | 'void';

/** A money form or sheet asked for from any page: one at a time, over the window. */
export type MoneyRequest =
  /** 记回款. `receivableId`: settle this one first. `customerId` null: the form asks for whom. */
  | { readonly kind: 'payment'; readonly customerId: Id | null; readonly receivableId?: Id }
  /** 新建销售单. */
  | { readonly kind: 'newOrder'; readonly customerId: Id | null }
  | { readonly kind: 'order'; readonly orderId: Id }
  | { readonly kind: 'source'; readonly sourceId: Id }
  /** 期初应收 and other debts without order. */
  | { readonly kind: 'receivable'; readonly customerId: Id | null }
  /** One debt without order, as it stands. */
  | { readonly kind: 'receivableSheet'; readonly customerId: Id; readonly receivableId: Id }
  | { readonly kind: 'receivableChange'; readonly receivable: ReceivableView; readonly change: ReceivableChange }
  /** 记承诺. */
  | { readonly kind: 'promise'; readonly customerId: Id; readonly receivableId?: Id }
  /** How a promise ended, `outcome` being proposed. */
  | {
      readonly kind: 'promiseOutcome';
      readonly promise: PaymentPromise;
      readonly customerName: string;
      readonly outcome: PromiseOutcome;
    };

interface MoneyRequestState {
  readonly request: MoneyRequest | null;
}

export const useMoneyRequestStore = create<MoneyRequestState>(() => ({ request: null }));

export function askMoney(request: MoneyRequest): void {
  useMoneyRequestStore.setState({ request });
}

export function closeMoneyRequest(): void {
  useMoneyRequestStore.setState({ request: null });
}
