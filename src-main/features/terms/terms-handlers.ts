import { termsDecisionsOf, termsSettings } from '../../../db/queries/money/terms.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { customerToRead } from '../../ipc/reachable-customer.ts';
import { readLedgerAtSize } from '../../workflows/read-ledger-at-size.ts';
import { acceptTerms, overrideTerms, saveTermsSettings } from './terms-service.ts';

export const termsHandlers: HandlersOf<'terms'> = {
  get: (context, { customerId }) =>
    readLedgerAtSize(context, { kind: 'customerTerms', input: customerId, customerIds: [customerId] }),
  accept: (context, input) => change(context, 'edit', (db, actor) => acceptTerms(db, actor, input)),
  override: (context, input) => change(context, 'edit', (db, actor) => overrideTerms(db, actor, input)),
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
