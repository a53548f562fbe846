import { writeBatch } from '../../../db/journal.ts';
import { customers } from '../../../db/schema/customers.ts';
import { receivables } from '../../../db/schema/money.ts';
import { rivalNotes, serviceCosts } from '../../../db/schema/segmentation.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { type CustomerColumn, customerColumns } from '../../../src-shared/customers/customer-list.ts';
import { moneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import { statementWords } from '../../../src-shared/files-out/statement-files.ts';
import { wordsOf } from '../../../src-shared/files-out/words-of.ts';
import type { Area, Contract } from '../../../src-shared/ipc/contract.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import { aContactForm, aCustomerForm, aFollowUpForm, day } from './forms.ts';
import type { TestApp } from './open-test-app.ts';
import { sampleOrder } from './sample-order.ts';
import { samplePayment } from './sample-payment.ts';

/** One valid input per procedure: a procedure without one does not compile. */
export type SampleInputs = {
  readonly [A in Area]: { readonly [P in keyof Contract[A]]: InputOf<Contract[A][P]> };
};

const aReportTable = {
  name: '客户阶梯',
  title: '客户阶梯',
  about: '2026-01-01 至 2026-03-05',
  totalLabel: '合计',
  columns: [{ header: '等级', kind: 'text' as const }],
  rows: [['A 级']],
};

/** Makes the rows that the inputs name. The customers belong to `ownerId`, or to nobody. */
export function sampleInputs(app: TestApp, ownerId: string | null): SampleInputs {
  const customerId = app.aCustomer({ ownerId });
  const contactId = app.aContact({ customerId });
  const followUpId = app.aFollowUp({ customerId, contactId });
  const attachmentId = app.anAttachment({ customerId, followUpId });
  const planId = app.aVisitPlan({ customerId });
  const closesPlanId = app.aVisitPlan({ customerId });
  const anniversaryId = app.anAnniversary({ customerId });
  const tagId = app.aTag({ name: `标签 ${customerId}` });
  const userId = app.aUser({ name: `用户 ${customerId.slice(-6)}` });
  const binnedId = app.inBin('customers', app.aCustomer({ ownerId }));
  const deed = { source: 'edit', userId: ownerId ?? app.ownerId, now: app.now } as const;
  const { batchId } = writeBatch(app.book, deed, (db) => db.update(customers, customerId, { city: '上海' }));
  const receivableId = newId();
  const owed = { issuedOn: day('2026-03-01'), dueOn: day('2026-03-04'), amountFen: 10_000 };
  writeBatch(app.book, deed, (db) =>
    db.insert(receivables, { id: receivableId, customerId, installmentNo: 1, ...owed }),
  );
  const { productId, orderId, orderLineId } = sampleOrder(app, customerId, deed.userId);
  const paid = samplePayment(app, { customerId, receivableId, userId: deed.userId });
  const { paymentId } = paid;
  const today = day('2026-03-05');
  const line = { title: '六角螺栓', unitPriceE4: 85_000, quantityE3: 12_000 };
  const order = {
    issuedOn: day('2026-03-05'),
    credit: { kind: 'days' as const, days: 30 },
    plan: { kind: 'once' as const },
    lines: [line],
  };
  const view = { search: '', filter: {}, sort: null };
  const { A, B, C, D } = app.tierIds;
  const look = {
    color: 'teal',
    isKey: false,
    cadenceDays: 30,
    relationshipLevel: 'basic',
    servicePromise: null,
  } as const;
  const importId = 'none';
  const method = { kind: 'thresholds' as const, cuts: [10_000_000, 3_000_000, 500_000] };
  const rivalId = newId();
  const costId = newId();
  const spent = { kind: 'service' as const, amountFen: 20_000, what: '招待' };
  writeBatch(app.book, deed, (db) => {
    db.insert(rivalNotes, { id: rivalId, customerId, rival: '鑫源五金', notedOn: today });
    db.insert(serviceCosts, { ...spent, id: costId, customerId, onDay: today });
  });
  const rows = { offset: 0, limit: 50 };
  return {
    book: {
      status: {},
      openSample: {},
      closeSample: {},
      about: {},
      openDataFolder: {},
      openLink: { url: 'https://example.com' },
      dial: { phone: '13800138000' },
      reopen: {},
      copyText: { text: '13800138000' },
    },
    workspace: {
      get: {},
      savePreferences: { theme: 'dark' },
      saveLayout: { layout: { pane: { width: 360 } } },
      saveDraft: { key: `follow-up:${customerId}`, value: { text: '半句话' } },
    },
    settings: { get: {}, save: { companyName: '华兴五金' } },
    users: {
      list: {},
      create: { name: '赵新', role: 'salesperson' },
      update: { id: userId, fields: { name: '赵改名' } },
      moveToBin: { id: userId },
      switchTo: { id: app.ownerId },
      setPin: { id: deed.userId, pin: '2468' },
      newRecoveryCode: {},
      resetOwnerPin: { id: app.ownerId, code: 'AAAA-AAAA-AAAA-AAAA', newPin: '1357' },
    },
    tiers: {
      list: {},
      save: {
        tiers: [
          { ...look, id: A, name: 'A' },
          { ...look, id: B, name: 'B' },
          { ...look, id: C, name: 'C' },
          { ...look, id: D, name: 'D' },
        ],
      },
    },
    tags: {
      list: {},
      create: { name: '新标签' },
      rename: { id: tagId, name: '改名' },
      moveToBin: { id: tagId },
    },
    customers: {
      list: { view, offset: 0, limit: 50 },
      count: { view, exact: true },
      moneyTotals: { view },
      tabCounts: {},
      waitingCounts: {},
      choices: {},
      get: { id: customerId },
      timeline: { id: customerId },
      sameAs: { name: '华成机电', phones: ['13800138000'], city: '上海' },
      create: {
        customer: aCustomerForm({ ownerId }),
        contacts: [aContactForm()],
        tagIds: [tagId],
        nextVisit: { on: day('2026-03-20'), purpose: null },
      },
      update: { id: customerId, fields: { phone: '021-61234567' }, tagIds: [tagId], seenAt: app.now },
      bulkEdit: { selection: { kind: 'ids', ids: [customerId] }, change: { kind: 'addTag', tagId } },
      bin: { offset: 0, limit: 50 },
      restore: { ids: [binnedId] },
    },
    contacts: {
      create: { customerId, contact: aContactForm({ name: '李四' }) },
      update: { id: contactId, fields: { mobile: '13800138000' } },
      moveToBin: { id: contactId },
    },
    followUps: {
      create: {
        customerId,
        followUp: { ...aFollowUpForm(), contactId },
        next: { on: day('2026-03-20') },
        closesPlanId,
      },
      update: { id: followUpId, fields: { text: '改' } },
      moveToBin: { id: followUpId },
    },
    attachments: {
      list: { customerId },
      stage: { paths: ['/nowhere/合同.pdf'] },
      add: { customerId, files: [{ fileName: '合同.pdf', sizeBytes: 3, sha256: 'a'.repeat(64) }] },
      open: { id: attachmentId },
      saveAs: { id: attachmentId },
      rename: { id: attachmentId, fileName: '合同（终稿）.pdf' },
      moveToBin: { id: attachmentId },
    },
    visits: {
      plan: { customerId, plannedOn: day('2026-03-20') },
      update: { id: planId, fields: { plannedOn: day('2026-03-21') } },
      moveMany: { ids: [planId], to: day('2026-03-23') },
      cancel: { id: planId, reason: '客户出差' },
      markMissed: { id: planId },
      get: { id: planId },
      overdue: { scope: 'all' },
      past: { customerId },
      between: { from: day('2026-03-01'), to: day('2026-03-31') },
      due: { scope: 'all', upTo: day('2026-03-05') },
      routeSheet: { from: day('2026-03-05'), to: day('2026-03-11') },
      propose: {},
      acceptProposal: { visits: [{ customerId, personId: ownerId ?? app.ownerId, on: day('2026-03-20') }] },
      exportIcs: {
        from: day('2026-03-01'),
        to: day('2026-03-31'),
        words: { fileName: '拜访 2026年3月', calendarName: '客本拜访' },
      },
    },
    calendar: {
      between: { from: day('2026-03-01'), to: day('2026-03-31') },
      occasions: { from: day('2026-03-05'), to: day('2026-03-08'), scope: 'all' },
    },
    reminders: {
      list: {},
      snooze: { keys: ['visit:1'], until: 'hour' },
      dismiss: { keys: ['visit:1'] },
      seeMissed: {},
      followed: { id: 1 },
      pause: { minutes: 60 },
      tryOne: {},
    },
    anniversaries: {
      list: { customerId },
      create: { customerId, anniversary: { ...aBirthday, contactId } },
      update: { id: anniversaryId, anniversary: aBirthday },
      moveToBin: { id: anniversaryId },
    },
    workdays: {
      years: {},
      saveYear: { year: 2027, days: [{ on: day('2027-01-01'), name: '元旦', isOffDay: true }] },
      removeYear: { year: 2028 },
      readYearFile: {},
    },
    products: {
      list: {},
      create: { name: `螺母 ${customerId}`, spec: 'M8', unitPriceE4: 12_000 },
      update: { id: productId, fields: { spec: 'M10' } },
      setArchived: { id: productId, isArchived: true },
      moveToBin: { id: productId },
    },
    orders: {
      start: { customerId, issuedOn: day('2026-03-05') },
      check: { customerId, ...order },
      create: { customerId, ...order },
      update: { id: orderId, fields: { ...order, lines: [{ ...line, id: orderLineId }] } },
      void: { id: orderId, on: day('2026-03-05'), reason: '客户取消' },
      takeBack: { id: orderId, on: day('2026-03-05'), lines: [{ orderLineId, quantityE3: 1_000 }] },
      setDelivered: { id: orderId, on: today, callPurpose: '回访' },
      get: { id: orderId },
      list: { customerId },
    },
    receivables: {
      enter: { customerId, ...owed },
      update: { id: receivableId, fields: { disputeReason: '质量有争议' }, releases: null },
      void: { id: receivableId, on: day('2026-03-05'), reason: '录错了' },
      releases: { id: receivableId, amountFen: 5_000 },
      writeOff: { id: receivableId, on: day('2026-03-05'), amountFen: 1_000, reason: '收不回' },
      ofCustomer: { customerId },
      summaries: { customerIds: [customerId] },
      aging: { asOf: day('2026-03-05') },
      agingRows: { agingId: 'none', sort: { key: 'urgency', direction: 'desc' }, offset: 0, limit: 50 },
      agingGroups: { agingId: 'none', by: 'owner' },
      agingDetail: { asOf: day('2026-03-05'), customerId },
      dueBetween: { from: day('2026-03-01'), to: day('2026-03-31') },
      callList: {},
      statement: { customerId, from: day('2026-03-01'), to: day('2026-03-31') },
    },
    payments: {
      propose: { customerId, receivedOn: today, amountFen: 6_000 },
      record: { customerId, payment: { receivedOn: today, amountFen: 6_000, method: 'transfer' } },
      update: { id: paymentId, fields: { reference: 'PZ-1' } },
      void: { id: paymentId, on: today, kind: 'mistake', reason: '录错了' },
      usePrepayment: { customerId, uses: [{ sourceId: paymentId, receivableId, amountFen: 1_000 }] },
      move: { allocationId: paid.allocationId, to: null },
      refundReleases: { id: paymentId, amountFen: 45_000, on: today },
      refund: { id: paymentId, on: today, amountFen: 49_000, method: 'cash', mayRelease: true },
      voidRefund: { id: paid.refundId, on: today, reason: '没有退' },
      list: { customerId },
      get: { id: paymentId },
      promise: { customerId, promisedOn: today },
      updatePromise: { id: paid.promiseId, fields: { note: '月底前' } },
      settlePromise: { id: paid.promiseId, outcome: 'kept', on: today },
      promises: {},
    },
    terms: {
      get: { customerId },
      accept: { customerId, advice: 'insufficient_history' },
      override: {
        customerId,
        terms: {
          discountBp: 0,
          credit: { kind: 'month_end', days: 30 },
          creditLimitFen: 1_000_000,
          depositBp: 0,
          isStopped: false,
        },
        reason: '老客户',
      },
      history: { customerId },
      settings: {},
      saveSettings: { orderOverdue: { days: 45, smallestFen: 20_000 } },
    },
    segmentation: {
      methods: {},
      saveMethod: { method, isCurrent: true },
      preview: { method, asOf: today },
      previewRows: { ...rows, previewId: 'none', which: 'up' },
      apply: { method },
      dismissProposal: {},
      rfm: { asOf: today, windowMonths: null },
      rfmRows: { ...rows, rfmId: 'none' },
      exportRfm: {
        asOf: today,
        windowMonths: null,
        words: {
          sheetName: 'RFM',
          title: 'RFM',
          about: '',
          total: '合计',
          withoutTier: '未分级',
          columns: { name: '客户', tier: '等级', segment: '客群', recencyDays: '天', orders: '单数', sales: '销售' },
          segments: {
            champion: '冠军',
            loyal: '忠诚',
            potential: '潜力',
            new: '新客',
            needs_attention: '需关注',
            at_risk: '流失边缘',
            sleeping: '沉睡',
            lost: '流失',
          },
        },
        path: '/nowhere/rfm.xlsx',
      },
    },
    measures: {
      ladder: { from: day('2026-01-01'), to: today },
      ladderRows: { ...rows, ladderId: 'none', list: 'customers' },
      regions: {},
    },
    loyalty: {
      get: { customerId },
      assess: { customerId, fields: { yearlyNeedFen: 5_000_000, isSeasonal: true, recommends: 4 } },
      addRival: { customerId, rival: '宏达机电', notedOn: today },
      updateRival: { id: rivalId, fields: { sharePercent: 40 } },
      removeRival: { id: rivalId },
    },
    costs: {
      add: { ...spent, customerId, on: today, followUpId },
      update: { id: costId, fields: { amountFen: 30_000 } },
      remove: { id: costId },
      ofCustomer: { customerId },
    },
    warnings: {
      list: {},
      ofCustomer: { customerId },
      snooze: { customerId, code: 'silent', untilOn: day('2026-03-12') },
      done: { customerId, code: 'overdue', note: '已打电话' },
      winBack: {},
    },
    history: {
      ofCustomer: { customerId },
      recent: {},
      preview: { batchId },
      undo: { batchId },
      lastUndoable: {},
    },
    imports: {
      chooseFile: {},
      inspect: { path: '/nowhere/客户.xlsx' },
      plan: { importId, sheetIndex: 0 },
      check: { importId, mapping: { headerRow: 1, firstDataRow: 2, columns: [] }, matchKey: 'name' },
      rows: { importId, offset: 0, limit: 50 },
      setCell: { importId, row: 1, field: 'name', text: '华成机电' },
      decide: { importId, row: 1, decision: 'skip' },
      commit: { importId },
      saveProblemRows: { importId, reasonHeader: '原因', sheetName: '问题行', proposedName: '问题行', words: {} },
      discard: { importId },
      batches: {},
    },
    exports: {
      chooseFile: { proposedName: '客户.xlsx' },
      customers: {
        selection: { kind: 'view', view },
        columns: ['name', 'phone'],
        words: { sheetName: '客户', title: '客户', headers: headers(), withoutTier: '未分级' },
        path: '/nowhere/客户.xlsx',
      },
      showInFolder: { path: '/nowhere/客户.xlsx' },
      chooseFolder: {},
      saveTables: { proposedName: '阶梯', sheets: [aReportTable] },
      savePicture: { proposedName: '阶梯', picture: { format: 'png', dataUrl: 'data:image/png;base64,iVBORw0KGgo=' } },
      moneyReport: {
        report: { kind: 'aging', asOf: today },
        words: wordsOf(moneyReportWords, (word) => word),
        path: '/nowhere/a.xlsx',
      },
      statements: {
        scope: { kind: 'one', customerId },
        from: today,
        to: today,
        form: 'workbook',
        words: wordsOf(statementWords, (word) => word),
        withAmountInWords: true,
        path: '/nowhere/a.xlsx',
      },
      savePdf: { proposedName: '对账单' },
    },
    backups: {
      list: {},
      make: {},
      verify: { fileName: '客本.keben' },
      restore: { fileName: '客本.keben' },
      chooseFolder: { useDefault: true },
      openFolder: {},
    },
    jobs: { cancel: { jobId: newId() } },
  };
}

const aBirthday = {
  contactId: null,
  kind: 'birthday',
  title: null,
  calendar: 'lunar',
  year: null,
  month: 8,
  day: 9,
} as const;

function headers() {
  // Safe: one entry per column of the list.
  return Object.fromEntries(customerColumns.map((column) => [column, column])) as Record<CustomerColumn, string>;
}

/** `area.procedure` → its sample. */
export function samplesByName(samples: SampleInputs): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(samples).flatMap(([area, procedures]) =>
      Object.entries(procedures).map(([name, input]): [string, unknown] => [`${area}.${name}`, input]),
    ),
  );
}
