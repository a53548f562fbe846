import { aContactForm, aCustomerForm, aFollowUpForm, day } from './forms.ts';
import type { SampleInputs } from './sample-inputs.ts';
import type { SampleScene } from './sample-scene.ts';

const aBirthday = {
  contactId: null,
  kind: 'birthday',
  title: null,
  calendar: 'lunar',
  year: null,
  month: 8,
  day: 9,
} as const;

/** Of customers and what is known of them. */
export function sampleCustomers({
  customerId,
  contactId,
  followUpId,
  attachmentId,
  closesPlanId,
  anniversaryId,
  tagId,
  binnedId,
  view,
  ownerId,
  app,
}: SampleScene): Pick<SampleInputs, 'customers' | 'contacts' | 'followUps' | 'attachments' | 'anniversaries'> {
  return {
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
    anniversaries: {
      list: { customerId },
      create: { customerId, anniversary: { ...aBirthday, contactId } },
      update: { id: anniversaryId, anniversary: aBirthday },
      moveToBin: { id: anniversaryId },
    },
  };
}
