import { day } from './forms.ts';
import type { SampleInputs } from './sample-inputs.ts';
import type { SampleScene } from './sample-scene.ts';

/** Of tiers and what is measured by them. */
export function sampleTiers({
  customerId,
  followUpId,
  today,
  A,
  B,
  C,
  D,
  look,
  method,
  rivalId,
  costId,
  spent,
  rows,
}: SampleScene): Pick<SampleInputs, 'tiers' | 'segmentation' | 'measures' | 'loyalty' | 'costs' | 'warnings'> {
  return {
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
  };
}
