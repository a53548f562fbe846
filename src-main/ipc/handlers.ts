import { anniversaryHandlers } from '../features/anniversaries/anniversary-handlers.ts';
import { attachmentHandlers } from '../features/attachments/attachment-handlers.ts';
import { backupHandlers } from '../features/backups/backup-handlers.ts';
import { bookHandlers } from '../features/book/book-handlers.ts';
import { calendarHandlers } from '../features/calendar/calendar-handlers.ts';
import { contactHandlers } from '../features/contacts/contact-handlers.ts';
import { costsHandlers } from '../features/costs/costs-handlers.ts';
import { customerHandlers } from '../features/customers/customer-handlers.ts';
import { importHandlers } from '../features/files-in/import-handlers.ts';
import { exportHandlers } from '../features/files-out/export-handlers.ts';
import { followUpHandlers } from '../features/follow-ups/follow-up-handlers.ts';
import { historyHandlers } from '../features/history/history-handlers.ts';
import { loyaltyHandlers } from '../features/loyalty/loyalty-handlers.ts';
import { measuresHandlers } from '../features/measures/measures-handlers.ts';
import { orderHandlers } from '../features/orders/order-handlers.ts';
import { paymentHandlers } from '../features/payments/payment-handlers.ts';
import { productHandlers } from '../features/products/product-handlers.ts';
import { receivableHandlers } from '../features/receivables/receivable-handlers.ts';
import { reminderHandlers } from '../features/reminders/reminder-handlers.ts';
import { settingsHandlers } from '../features/settings/settings-handlers.ts';
import { tagHandlers } from '../features/tags/tag-handlers.ts';
import { termsHandlers } from '../features/terms/terms-handlers.ts';
import { segmentationHandlers } from '../features/tiers/segmentation-handlers.ts';
import { tierHandlers } from '../features/tiers/tier-handlers.ts';
import { userHandlers } from '../features/users/user-handlers.ts';
import { visitHandlers } from '../features/visits/visit-handlers.ts';
import { warningsHandlers } from '../features/warnings/warnings-handlers.ts';
import { workdaysHandlers } from '../features/workdays/workdays-handlers.ts';
import { workspaceHandlers } from '../features/workspace/workspace-handlers.ts';
import type { Handlers } from './handlers-of.ts';
import { jobHandlers } from './job-handlers.ts';

/** Every procedure of the contract and what answers it. */
export const handlers: Handlers = {
  book: bookHandlers,
  backups: backupHandlers,
  exports: exportHandlers,
  workspace: workspaceHandlers,
  settings: settingsHandlers,
  users: userHandlers,
  tiers: tierHandlers,
  tags: tagHandlers,
  customers: customerHandlers,
  contacts: contactHandlers,
  followUps: followUpHandlers,
  attachments: attachmentHandlers,
  anniversaries: anniversaryHandlers,
  visits: visitHandlers,
  calendar: calendarHandlers,
  workdays: workdaysHandlers,
  reminders: reminderHandlers,
  products: productHandlers,
  orders: orderHandlers,
  receivables: receivableHandlers,
  payments: paymentHandlers,
  terms: termsHandlers,
  segmentation: segmentationHandlers,
  measures: measuresHandlers,
  loyalty: loyaltyHandlers,
  costs: costsHandlers,
  warnings: warningsHandlers,
  history: historyHandlers,
  imports: importHandlers,
  jobs: jobHandlers,
};
