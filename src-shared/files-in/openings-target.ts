import { headingWords as words } from './heading-words.ts';
import type { FoldingTarget, ImportField, ImportValues, ValueProblem } from './import-target.ts';
import { type CustomerColumnKey, customerColumns, ignoredMoneyHeadings } from './money-target-fields.ts';

export type OpeningImportKey =
  | CustomerColumnKey
  | 'rest'
  | 'invoiced'
  | 'paid'
  | 'prepaid'
  | 'issuedOn'
  | 'dueOn'
  | 'creditDays'
  | 'reference'
  | 'note';

const fields: readonly ImportField<OpeningImportKey>[] = [
  ...customerColumns,
  {
    key: 'rest',
    kind: 'amount',
    of: 'main',
    headings: words(
      '未收金额|未收|未收款|未收款金额|未收余额|未收账款|欠款|欠款金额|欠款余额|尚欠|尚欠金额|尚欠款|现欠|期末余额|余额|应收余额|应收款余额|应收账款余额|期末应收|期末应收余额|期初应收|期初应收款|期初欠款|期初应收余额|未核销金额|未结金额|未付金额|剩余金额|剩余应收|结欠|Balance|Balance Due|Open Balance|Outstanding|Outstanding Amount|Amount Due|Open Amount|Unpaid|Remaining|Opening Balance|Still owed',
    ),
  },
  {
    key: 'invoiced',
    kind: 'amount',
    of: 'main',
    headings: words(
      '应收金额|应收|应收款|应收账款|应收总额|金额|总金额|总额|单据金额|订单金额|销售金额|合同金额|开票金额|发票金额|价税合计|货款|货款金额|Amount|Total|Total Amount|Invoice Amount|Invoiced|Grand Total',
    ),
  },
  {
    key: 'paid',
    kind: 'amount',
    of: 'main',
    headings: words(
      '已收金额|已收|已收款|已收款金额|已付|已付金额|已付款|收款金额|已核销金额|已结金额|累计已收|回款金额|已回款|Paid|Amount Paid|Paid Amount|Received|Payments|Already paid',
    ),
  },
  {
    key: 'prepaid',
    kind: 'amount',
    of: 'main',
    headings: words(
      '预收|预收款|预收金额|预收余额|预收账款|预收款余额|期初预收|期末预收|多付|多付金额|客户余额|Prepaid|Prepayment|Credit Balance|Deposit|Advance|Prepaid balance',
    ),
  },
  {
    key: 'issuedOn',
    kind: 'date',
    of: 'main',
    headings: words(
      '日期|单据日期|开单日期|业务日期|发生日期|发生日|开票日期|发票日期|销售日期|下单日期|送货日期|发货日期|欠款日期|记账日期|立账日期|Date|Invoice Date|Issue Date|Order Date|Document Date|Posting Date|Day of issue',
    ),
  },
  {
    key: 'dueOn',
    kind: 'date',
    of: 'main',
    headings: words(
      '到期日|到期日期|应收日期|应付款日|应付日期|付款到期日|付款期限|收款期限|约定付款日|约定收款日|最迟付款日|还款日期|应收到期日|预计收款日期|Due|Due Date|Due On|Payment Due|Maturity Date|Due day',
    ),
  },
  {
    key: 'creditDays',
    kind: 'number',
    of: 'main',
    headings: words('账期|账期天数|帐期|信用天数|信用期|付款天数|赊销天数|Terms Days|Credit Days|Days|Net Days'),
  },
  {
    key: 'reference',
    kind: 'text',
    of: 'main',
    maxLength: 100,
    headings: words(
      '单据编号|单号|单据号|订单号|订单编号|销售单号|发票号|发票号码|凭证号|凭证字号|合同号|合同编号|源单号|来源单号|送货单号|原单号|Invoice|Invoice No|Invoice Number|Number|Reference|Ref|Document No|Document Number|Order ID|Order No|Voucher No|Original number',
    ),
  },
  {
    key: 'note',
    kind: 'text',
    of: 'main',
    maxLength: 500,
    isRepeatable: true,
    headings: words('备注|摘要|说明|事由|内容|用途|附注|Note|Notes|Memo|Remark|Remarks|Description|Comment'),
  },
];

/** 期初应收: what customers still owe when the book begins, and what they have paid ahead. */
export const openingsTarget: FoldingTarget<'single', OpeningImportKey> = {
  name: 'openings',
  right: 'import.money',
  fields,
  sharedHeadings: [],
  ignoredHeadings: ignoredMoneyHeadings,
  combined: [],
  fallbacks: [],
  needs: [['customer'], ['rest', 'invoiced', 'prepaid']],
  folding: { kind: 'single', number: 'reference' },
  checkRow,
};

function checkRow(values: ImportValues): readonly ValueProblem[] {
  const problems: ValueProblem[] = [];
  const amount = (key: OpeningImportKey) => {
    const value = values.get(key);
    return typeof value === 'number' ? value : null;
  };
  const [rest, invoiced, paid, prepaid] = [amount('rest'), amount('invoiced'), amount('paid'), amount('prepaid')];
  if (rest === null && invoiced === null && prepaid === null) problems.push({ field: 'rest', problem: 'required' });
  if (rest !== null && invoiced !== null && paid !== null && invoiced - paid !== rest)
    problems.push({ field: 'rest', problem: 'does_not_add_up' });
  if (paid !== null && paid < 0) problems.push({ field: 'paid', problem: 'not_more_than_zero' });
  if (prepaid !== null && prepaid < 0) problems.push({ field: 'prepaid', problem: 'not_more_than_zero' });
  const [issuedOn, dueOn] = [values.get('issuedOn'), values.get('dueOn')];
  if (typeof issuedOn === 'string' && typeof dueOn === 'string' && dueOn < issuedOn)
    problems.push({ field: 'dueOn', problem: 'before_issue' });
  return [...problems, ...creditDaysProblem(values)];
}

/** Whole days, up to ten years. */
export function creditDaysProblem(values: ImportValues): readonly ValueProblem[] {
  const days = values.get('creditDays');
  const isGood = typeof days !== 'number' || (Number.isInteger(days) && days >= 0 && days <= 3650);
  return isGood ? [] : [{ field: 'creditDays', problem: 'not_a_whole_number' }];
}
