import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proceduresByName } from '../../src-shared/ipc/contract.ts';
import { type Role, roles } from '../../src-shared/users/rights.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { sampleInputs, samplesByName } from './testing/sample-inputs.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const all = ['owner', 'salesperson', 'bookkeeper'] as const;
const writers = ['owner', 'salesperson'] as const;
const books = ['owner', 'bookkeeper'] as const;
const owner = ['owner'] as const;

/** Domain §13, procedure by procedure; written out here, so that a slip in the matrix of rights.ts shows. */
const mayCall: Readonly<Record<string, readonly Role[]>> = {
  'book.status': all,
  'book.openSample': all,
  'book.closeSample': all,
  'book.about': all,
  'book.openDataFolder': all,
  'book.openLink': all,
  'book.dial': all,
  'book.reopen': all,
  'book.startAnew': all,
  'book.copyText': all,
  'workspace.get': all,
  'workspace.savePreferences': all,
  'workspace.saveLayout': all,
  'workspace.saveDraft': all,
  'settings.get': all,
  'settings.save': owner,
  'users.list': all,
  'users.create': owner,
  'users.update': owner,
  'users.moveToBin': owner,
  'users.switchTo': all,
  'users.setPin': all,
  'users.newRecoveryCode': owner,
  'users.resetOwnerPin': all,
  'tiers.list': all,
  'tiers.save': owner,
  'tags.list': all,
  'tags.create': writers,
  'tags.rename': owner,
  'tags.moveToBin': owner,
  'customers.list': all,
  'customers.count': all,
  'customers.moneyTotals': all,
  'customers.tabCounts': all,
  'customers.waitingCounts': all,
  'customers.choices': all,
  'customers.get': all,
  'customers.timeline': all,
  'customers.sameAs': all,
  'customers.create': writers,
  'customers.update': writers,
  'customers.bulkEdit': writers,
  'customers.bin': all,
  'customers.restore': owner,
  'contacts.create': writers,
  'contacts.update': writers,
  'contacts.moveToBin': writers,
  'followUps.create': writers,
  'followUps.update': writers,
  'followUps.moveToBin': writers,
  'attachments.list': all,
  'attachments.stage': writers,
  'attachments.add': writers,
  'attachments.open': all,
  'attachments.saveAs': all,
  'attachments.rename': writers,
  'attachments.moveToBin': writers,
  'visits.plan': writers,
  'visits.update': writers,
  'visits.moveMany': writers,
  'visits.cancel': writers,
  'visits.markMissed': writers,
  'visits.get': all,
  'visits.overdue': all,
  'visits.past': all,
  'visits.between': all,
  'visits.due': all,
  'visits.routeSheet': all,
  'visits.propose': writers,
  'visits.acceptProposal': writers,
  'visits.exportIcs': all,
  'calendar.between': all,
  'calendar.occasions': all,
  'anniversaries.list': all,
  'anniversaries.create': writers,
  'anniversaries.update': writers,
  'anniversaries.moveToBin': writers,
  'workdays.years': all,
  'workdays.saveYear': owner,
  'workdays.removeYear': owner,
  'workdays.readYearFile': owner,
  'history.ofCustomer': all,
  'history.recent': all,
  'history.preview': writers,
  'history.undo': writers,
  'history.lastUndoable': writers,
  'imports.chooseFile': all,
  'imports.inspect': all,
  'imports.plan': all,
  'imports.check': all,
  'imports.rows': all,
  'imports.setCell': all,
  'imports.decide': all,
  'imports.commit': all,
  'imports.saveProblemRows': all,
  'imports.discard': all,
  'imports.batches': all,
  'exports.chooseFile': all,
  'exports.customers': all,
  'exports.showInFolder': all,
  'exports.chooseFolder': all,
  'exports.moneyReport': all,
  'exports.statements': all,
  'exports.savePdf': all,
  'exports.saveTables': books,
  'exports.savePicture': books,
  'backups.list': all,
  'backups.make': all,
  'backups.verify': all,
  'backups.restore': owner,
  'backups.chooseFolder': owner,
  'backups.openFolder': all,
  'jobs.cancel': all,
  'reminders.list': all,
  'reminders.snooze': all,
  'reminders.dismiss': all,
  'reminders.seeMissed': all,
  'reminders.followed': all,
  'reminders.pause': all,
  'reminders.tryOne': all,
  'products.list': all,
  'products.create': books,
  'products.update': books,
  'products.setArchived': books,
  'products.moveToBin': books,
  'orders.start': writers,
  'orders.check': writers,
  'orders.create': writers,
  'orders.update': writers,
  'orders.void': writers,
  'orders.takeBack': writers,
  'orders.setDelivered': writers,
  'orders.get': all,
  'orders.list': all,
  'receivables.enter': books,
  'receivables.update': books,
  'receivables.void': books,
  'receivables.releases': all,
  'receivables.writeOff': books,
  'receivables.ofCustomer': all,
  'receivables.summaries': all,
  'receivables.aging': all,
  'receivables.agingRows': all,
  'receivables.agingGroups': all,
  'receivables.agingDetail': all,
  'receivables.dueBetween': all,
  'receivables.callList': all,
  'receivables.statement': all,
  'payments.propose': all,
  'payments.record': books,
  'payments.update': books,
  'payments.void': books,
  'payments.usePrepayment': books,
  'payments.move': books,
  'payments.refundReleases': all,
  'payments.refund': books,
  'payments.voidRefund': books,
  'payments.list': all,
  'payments.get': all,
  'payments.promise': writers,
  'payments.updatePromise': writers,
  'payments.settlePromise': writers,
  'payments.promises': all,
  'terms.get': all,
  'terms.accept': owner,
  'terms.override': owner,
  'terms.history': all,
  'terms.settings': all,
  'terms.saveSettings': owner,
  'segmentation.methods': all,
  'segmentation.saveMethod': owner,
  'segmentation.preview': books,
  'segmentation.previewRows': books,
  'segmentation.apply': owner,
  'segmentation.dismissProposal': owner,
  'segmentation.rfm': books,
  'segmentation.rfmRows': books,
  'segmentation.exportRfm': books,
  'measures.ladder': all,
  'measures.ladderRows': all,
  'measures.regions': all,
  'loyalty.get': all,
  'loyalty.assess': writers,
  'loyalty.addRival': writers,
  'loyalty.updateRival': writers,
  'loyalty.removeRival': writers,
  'costs.add': writers,
  'costs.update': writers,
  'costs.remove': writers,
  'costs.ofCustomer': all,
  'warnings.list': all,
  'warnings.ofCustomer': all,
  'warnings.snooze': writers,
  'warnings.done': writers,
  'warnings.winBack': all,
};

describe('who may do what', () => {
  it('is said here for every procedure', () => {
    expect(Object.keys(mayCall).sort()).toEqual([...proceduresByName.keys()].sort());
  });

  it('is tried with inputs that the contract takes', () => {
    const samples = samplesByName(sampleInputs(app, app.ownerId));
    const refused = [...proceduresByName].filter(([name, { input }]) => !input.safeParse(samples.get(name)).success);
    expect(refused.map(([name]) => name)).toEqual([]);
  });

  const cases = Object.entries(mayCall).flatMap(([name, allowed]) =>
    roles.map((role) => ({ name, role, isAllowed: allowed.includes(role) })),
  );

  it.each(cases)('$name by a $role: $isAllowed', async ({ name, role, isAllowed }) => {
    const userId = app.aUser({ name: '某人', role });
    const input = samplesByName(sampleInputs(app, userId)).get(name);
    await app.sitDown(userId);
    const before = isAllowed ? [] : [app.hash(), app.journalCount()];
    const outcome = await app.send({ procedure: name, input });
    const error = outcome.ok ? null : outcome.error;
    if (isAllowed) {
      expect(error?.kind).not.toBe('forbidden');
      expect(app.logged).toEqual([]);
    } else {
      expect(error).toEqual({ kind: 'forbidden', right: proceduresByName.get(name)?.right });
      expect([app.hash(), app.journalCount()]).toEqual(before);
      expect(app.announced).toEqual([]);
    }
  });
});

describe('the reach of a salesperson', () => {
  const changes = [
    'customers.update',
    'customers.bulkEdit',
    'contacts.create',
    'contacts.update',
    'contacts.moveToBin',
    'followUps.create',
    'followUps.update',
    'followUps.moveToBin',
    'visits.plan',
    'visits.update',
    'visits.cancel',
    'visits.markMissed',
  ];

  const tryAs = async (name: string, whose: 'own' | 'nobody’s' | 'another’s') => {
    const seller = app.aUser();
    const ownerId = { own: seller, 'nobody’s': null, 'another’s': app.ownerId }[whose];
    const input = samplesByName(sampleInputs(app, ownerId)).get(name);
    await app.sitDown(seller);
    const before = app.journalCount();
    const outcome = await app.send({ procedure: name, input });
    return { outcome, written: app.journalCount() - before };
  };

  it.each(changes)('%s: their own customers and nobody’s', async (name) => {
    expect((await tryAs(name, 'own')).outcome).toMatchObject({ ok: true });
    app.close();
    app = openTestApp();
    expect((await tryAs(name, 'nobody’s')).outcome).toMatchObject({ ok: true });
  });

  it.each(changes)('%s: not another’s, and nothing is written', async (name) => {
    const { outcome, written } = await tryAs(name, 'another’s');
    expect(outcome).toEqual({
      ok: false,
      error: { kind: 'forbidden', right: proceduresByName.get(name)?.right },
    });
    expect(written).toBe(0);
  });
});
