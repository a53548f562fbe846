import { termsDecisionsOf, termsSettings } from '../../../db/queries/money/terms.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { customerToRead } from '../../ipc/reachable-customer.ts';
import { changeLedgerAtSize } from '../../workflows/change-ledger-at-size.ts';
import { readLedgerAtSize } from '../../workflows/read-ledger-at-size.ts';
import { saveTermsSettings } from './terms-service.ts';

export const termsHandlers: HandlersOf<'terms'> = {
  get: (context, { customerId }) =>
    readLedgerAtSize(context, { kind: 'customerTerms', input: customerId, customerIds: [customerId] }),
  accept: (context, input) => changeLedgerAtSize(context, { kind: 'acceptTerms', input, customerId: input.customerId }),
  override: (context, input) =>
    changeLedgerAtSize(context, { kind: 'overrideTerms', input, customerId: input.customerId }),
  history: (context, { customerId }) => {
    const db = context.session.db();
    const customer = customerToRead(db, actorOf(context), customerId, 'money.read');
    return customer.ok ? ok({ decisions: termsDecisionsOf(db, customerId) }) : customer;
  },
  settings: ({ session }) => ok(termsSettings(session.db())),
  saveSettings: (context, input) =>
    change(context, 'edit', (db) => {
      saveTermsSettings(db, input);
      return ok({});
    }),
};
