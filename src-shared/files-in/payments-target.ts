import { headingWords as words } from './heading-words.ts';
import type { FoldingTarget, ImportField, ImportValues, ValueProblem } from './import-target.ts';
import { type CustomerColumnKey, customerColumns, ignoredMoneyHeadings } from './money-target-fields.ts';

export type PaymentImportKey =
  | CustomerColumnKey
  | 'receivedOn'
  | 'amount'
  | 'method'
  | 'billNo'
  | 'billDueOn'
  | 'reference'
  | 'collectedBy'
  | 'note';

const fields: readonly ImportField<PaymentImportKey>[] = [
  ...customerColumns,
  {
    key: 'receivedOn',
    kind: 'date',
    of: 'main',
    required: true,
    headings: words(
      '回款日期|收款日期|到账日期|到帐日期|入账日期|实收日期|付款日期|交易日期|交易时间|收款时间|回款时间|到账时间|付款时间|支付时间|支付日期|日期|单据日期|业务日期|记账日期|Received|Received On|Date Received|Payment Date|Paid On|Date Paid|Date|Transaction Date|Value Date|Deposit Date',
    ),
  },
  {
    key: 'amount',
    kind: 'amount',
    of: 'main',
    required: true,
    headings: words(
      '回款金额|收款金额|到账金额|到帐金额|实收金额|实收|本次收款|本次收款金额|本次回款|收入金额|贷方发生额|付款金额|支付金额|交易金额|金额|回款|收款|回款额|收款额|收款合计|Amount|Amount Received|Payment Amount|Amount Paid|Paid|Received Amount|Credit',
    ),
  },
  {
    key: 'method',
    kind: 'method',
    of: 'main',
    headings: words(
      '收款方式|结算方式|付款方式|回款方式|支付方式|收款账户|结算账户|收款账户名称|方式|交易方式|支付渠道|Method|Payment Method|Paid By Method|Pay Method|Payment Type|Mode',
    ),
  },
  {
    key: 'billNo',
    kind: 'text',
    of: 'main',
    maxLength: 60,
    headings: words('票据号|票据号码|汇票号|汇票号码|承兑汇票号|票号|Bill No|Bill Number'),
  },
  {
    key: 'billDueOn',
    kind: 'date',
    of: 'main',
    headings: words('票据到期日|汇票到期日|承兑到期日|票据到期|汇票到期|Bill Due|Bill Due Date|Bill due'),
  },
  {
    key: 'reference',
    kind: 'text',
    of: 'main',
    maxLength: 100,
    headings: words(
      '凭证号|凭证字号|单据编号|单号|单据号|收款单号|回款单号|流水号|交易流水号|交易单号|银行流水号|商户单号|回单编号|Reference|Ref|Voucher|Voucher No|Receipt No|Transaction ID|Transaction No|Payment ID|Payment No|Document No|Number',
    ),
  },
  {
    key: 'collectedBy',
    kind: 'user',
    of: 'main',
    headings: words(
      '收款人|业务员|经手人|负责人|销售员|收款员|业务人员|经办人|Collected By|Salesperson|Sales Rep|Collector',
    ),
  },
  {
    key: 'note',
    kind: 'text',
    of: 'main',
    maxLength: 500,
    isRepeatable: true,
    headings: words(
      '备注|摘要|说明|用途|附言|交易摘要|款项说明|款项性质|内容|Note|Notes|Memo|Remark|Remarks|Description|Comment',
    ),
  },
];

/** 回款: money that came in; it settles the oldest debts first, day by day. */
export const paymentsTarget: FoldingTarget<'single', PaymentImportKey> = {
  name: 'payments',
  right: 'import.money',
  fields,
  sharedHeadings: [],
  ignoredHeadings: ignoredMoneyHeadings,
  combined: [],
  fallbacks: [],
  needs: [['customer'], ['receivedOn'], ['amount']],
  folding: { kind: 'single', number: 'reference' },
  mayBeAsked: ['billDueOn'],
  checkRow,
};

function checkRow(values: ImportValues): readonly ValueProblem[] {
  const problems: ValueProblem[] = [];
  const amount = values.get('amount');
  if (typeof amount === 'number' && amount <= 0) problems.push({ field: 'amount', problem: 'not_more_than_zero' });
  // As in the form: until its day a bill stands beside the balance, so it needs one.
  const billDueOn = values.get('billDueOn');
  const receivedOn = values.get('receivedOn');
  if (values.get('method') === 'acceptance_bill' && billDueOn === undefined)
    problems.push({ field: 'billDueOn', problem: 'required' });
  if (typeof billDueOn === 'string' && typeof receivedOn === 'string' && billDueOn < receivedOn)
    problems.push({ field: 'billDueOn', problem: 'before_issue' });
  return problems;
}
