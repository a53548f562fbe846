import { create } from 'zustand';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReportTable } from '../../src-shared/files-out/report-table.ts';

/** What is to be looked at as paper and printed. Persons absent: everybody's. */
export type PrintRequest =
  | {
      readonly kind: 'route';
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly persons?: readonly string[];
    }
  | { readonly kind: 'morning'; readonly scope: 'mine' | 'all' }
  /** 对账单 */
  | {
      readonly kind: 'statement';
      readonly customerId: Id;
      readonly from: CalendarDate;
      readonly to: CalendarDate /** It goes into a PDF of this name as soon as the pages are laid out, and the preview closes. */;
      readonly saveAs?: string;
    }
  | ReportRequest;

/** A page of figures: its picture, its sentences and its tables, ready to be laid on paper. */
export interface ReportRequest {
  readonly kind: 'report';
  readonly title: string;
  /** Firm, period, filters. */
  readonly about: string;
  /** A data URL; null: none. */
  readonly picture: string | null;
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
}

interface PrintState {
  readonly request: PrintRequest | null;
}

export const usePrintStore = create<PrintState>(() => ({ request: null }));

/** Opens the preview over the window, from any page. */
export function showPrintPreview(request: PrintRequest): void {
  usePrintStore.setState({ request });
}

export function closePrintPreview(): void {
  usePrintStore.setState({ request: null });
}
