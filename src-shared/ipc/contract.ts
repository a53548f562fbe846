import { anniversariesContract } from '../anniversaries/anniversaries-contract.ts';
import { attachmentsContract } from '../attachments/attachments-contract.ts';
import { backupsContract } from '../backups/backups-contract.ts';
import { bookContract } from '../book/book-contract.ts';
import { calendarContract } from '../calendar/calendar-contract.ts';
import { contactsContract } from '../contacts/contacts-contract.ts';
import type { AppError } from '../core/app-error.ts';
import type { Result } from '../core/result.ts';
import { costsContract } from '../costs/costs-contract.ts';
import { customersContract } from '../customers/customers-contract.ts';
import { importsContract } from '../files-in/imports-contract.ts';
import { exportsContract } from '../files-out/exports-contract.ts';
import { followUpsContract } from '../follow-ups/follow-ups-contract.ts';
import { historyContract } from '../history/history-contract.ts';
import { loyaltyContract } from '../loyalty/loyalty-contract.ts';
import { measuresContract } from '../measures/measures-contract.ts';
import { ordersContract } from '../orders/orders-contract.ts';
import { paymentsContract } from '../payments/payments-contract.ts';
import { productsContract } from '../products/products-contract.ts';
import { receivablesContract } from '../receivables/receivables-contract.ts';
import { remindersContract } from '../reminders/reminders-contract.ts';
import { settingsContract } from '../settings/settings-contract.ts';
import { tagsContract } from '../tags/tags-contract.ts';
import { termsContract } from '../terms/terms-contract.ts';
import { segmentationContract } from '../tiers/segmentation-contract.ts';
import { tiersContract } from '../tiers/tiers-contract.ts';
import { usersContract } from '../users/users-contract.ts';
import { visitsContract } from '../visits/visits-contract.ts';
import { warningsContract } from '../warnings/warnings-contract.ts';
import { workdaysContract } from '../workdays/workdays-contract.ts';
import { workspaceContract } from '../workspace/workspace-contract.ts';
import { jobsContract } from './jobs-contract.ts';
import type { InputOf, OutputOfProcedure, Procedure } from './procedure.ts';
import type { Topic } from './topics.ts';

/** THE list of procedures. Client, allow-list, rights and handler types are derived from it. */
export const contract = {
  book: bookContract,
  workspace: workspaceContract,
  settings: settingsContract,
  users: usersContract,
  tiers: tiersContract,
  tags: tagsContract,
  customers: customersContract,
  contacts: contactsContract,
  followUps: followUpsContract,
  attachments: attachmentsContract,
  visits: visitsContract,
  anniversaries: anniversariesContract,
  calendar: calendarContract,
  workdays: workdaysContract,
  reminders: remindersContract,
  products: productsContract,
  orders: ordersContract,
  receivables: receivablesContract,
  payments: paymentsContract,
  terms: termsContract,
  segmentation: segmentationContract,
  measures: measuresContract,
  loyalty: loyaltyContract,
  costs: costsContract,
  warnings: warningsContract,
  history: historyContract,
  imports: importsContract,
  exports: exportsContract,
  backups: backupsContract,
  jobs: jobsContract,
};

export type Contract = typeof contract;
export type Area = keyof Contract;

/** The window's view of the contract: one async function per procedure; jobs take a handle beside the input. */
export type Client = {
  readonly [A in Area]: {
    readonly [P in keyof Contract[A]]: Contract[A][P] extends Procedure<'job'>
      ? (
          input: InputOf<Contract[A][P]>,
          job?: JobHandle,
        ) => Promise<Result<OutputOfProcedure<Contract[A][P]>, AppError>>
      : (input: InputOf<Contract[A][P]>) => Promise<Result<OutputOfProcedure<Contract[A][P]>, AppError>>;
  };
};

/** Names the job so that its progress can be told apart and it can be cancelled. */
export interface JobHandle {
  readonly jobId: string;
}

/** What travels on `kb:call`. */
export interface CallMessage {
  /** `area.procedure`. */
  readonly procedure: string;
  readonly input: unknown;
  readonly jobId?: string;
}

/** What travels on `kb:stale`. */
export interface StaleMessage {
  readonly topics: readonly Topic[];
}

/** `area.procedure` → procedure, for dispatch. */
export const proceduresByName: ReadonlyMap<string, Procedure> = new Map(
  Object.entries(contract).flatMap(([area, procedures]) =>
    Object.entries(procedures).map(([name, procedure]): [string, Procedure] => [`${area}.${name}`, procedure]),
  ),
);
