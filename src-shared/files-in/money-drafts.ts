import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { PaymentMethod } from '../payments/payment.ts';
import type { CreditTerms } from '../receivables/credit-terms.ts';

/** What is settled once for a file of money, where its rows say nothing. */
export interface MoneyImportOptions {
  /** Customers that the book does not have are made; else each is asked about. */
  readonly createsCustomers: boolean;
  /** Of orders without a due day. */
  readonly credit: CreditTerms;
  /** 期初 rows without a day are dated so. */
  readonly openingOn: CalendarDate;
  /** Of payments without one. */
  readonly method: PaymentMethod;
  /** What a line without a product is called, in the user's language: 货款. */
  readonly bareTitle: string;
  /** What a line of a few fen is called that keeps the sheet's total: 尾差. */
  readonly roundingTitle: string;
}

/** Whose the record is: a customer of the book, or one that the import makes. Exactly one of the two. */
export interface DraftCustomer {
  readonly customerId: Id | null;
  readonly newCustomer: { readonly name: string; readonly uscc: string | null; readonly phone: string | null } | null;
}

/** A balance from before the book. */
export interface OpeningFacts {
  /** Still owed; 0: nothing. */
  readonly owedFen: Fen;
  /** Paid ahead; 0: nothing. */
  readonly prepaidFen: Fen;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly reference: string | null;
  readonly note: string | null;
}
export type OpeningDraft = DraftCustomer & OpeningFacts;

export interface PaymentFacts {
  readonly receivedOn: CalendarDate;
  readonly amountFen: Fen;
  readonly method: PaymentMethod;
  readonly billNo: string | null;
  readonly billDueOn: CalendarDate | null;
  readonly reference: string | null;
  readonly collectedById: Id | null;
  readonly note: string | null;
}
export type ImportedPaymentDraft = DraftCustomer & PaymentFacts;

/** A line of an imported order; its amount follows from its figures (domain §1). */
export interface ImportedOrderLine {
  readonly title: string;
  readonly productId: Id | null;
  readonly unit: string | null;
  readonly unitPriceE4: number;
  readonly quantityE3: number;
  readonly discountBp: number;
  readonly note: string | null;
}

export interface OrderFacts {
  /** Null: the book gives one. */
  readonly orderNo: string | null;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly credit: CreditTerms;
  readonly salespersonId: Id | null;
  readonly contractNo: string | null;
  readonly note: string | null;
  readonly lines: readonly ImportedOrderLine[];
  /** Σ of the lines, more than 0. */
  readonly amountFen: Fen;
}
export type ImportedOrderDraft = DraftCustomer & OrderFacts;
