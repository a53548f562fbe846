import { headingWords as words } from './heading-words.ts';
import type { FoldingTarget, ImportField, ImportValues, ValueProblem } from './import-target.ts';
import { type CustomerColumnKey, customerColumns, ignoredMoneyHeadings } from './money-target-fields.ts';
import { creditDaysProblem } from './openings-target.ts';
import { orderFiguresOf } from './order-lines-of-row.ts';

export type OrderImportKey =
  | CustomerColumnKey
  | 'orderNo'
  | 'issuedOn'
  | 'dueOn'
  | 'creditDays'
  | 'salesperson'
  | 'contractNo'
  | 'orderTotal'
  | 'note'
  | 'product'
  | 'productCode'
  | 'spec'
  | 'unit'
  | 'quantity'
  | 'unitPrice'
  | 'discount'
  | 'amount'
  | 'lineNote';

const orderFields: readonly ImportField<OrderImportKey>[] = [
  {
    key: 'orderNo',
    kind: 'text',
    of: 'main',
    maxLength: 40,
    headings: words(
      '订单号|订单编号|销售单号|销售订单号|销售订单编号|单据编号|单据号|单号|出库单号|销售出库单号|送货单号|发货单号|源单号|Order ID|OrderID|Order No|Order No.|Order Number|Order|Sales Order|SO Number|Invoice No|Invoice Number|Document No|Number',
    ),
  },
  ...customerColumns,
  {
    key: 'issuedOn',
    kind: 'date',
    of: 'main',
    required: true,
    headings: words(
      '日期|单据日期|开单日期|订单日期|下单日期|下单时间|销售日期|业务日期|出库日期|发货日期|送货日期|交易日期|签单日期|成交日期|订货日期|Date|Order Date|OrderDate|Sale Date|Sales Date|Invoice Date|Document Date|Day of order',
    ),
  },
  {
    key: 'dueOn',
    kind: 'date',
    of: 'main',
    headings: words(
      '到期日|到期日期|应收日期|应付款日|付款到期日|付款期限|收款期限|约定付款日|约定收款日|收款日期|Due|Due Date|Due On|Payment Due|Due day',
    ),
  },
  {
    key: 'creditDays',
    kind: 'number',
    of: 'main',
    headings: words('账期|账期天数|帐期|信用天数|信用期|付款天数|赊销天数|Terms Days|Credit Days|Net Days'),
  },
  {
    key: 'salesperson',
    kind: 'user',
    of: 'main',
    headings: words(
      '业务员|销售员|销售人员|销售|经手人|负责人|客户经理|业务人员|业绩归属|Salesperson|Sales Rep|Sales Person|Employee|Owner|Seller',
    ),
  },
  {
    key: 'contractNo',
    kind: 'text',
    of: 'main',
    maxLength: 60,
    headings: words('合同号|合同编号|合同号码|Contract|Contract No|Contract Number'),
  },
  {
    key: 'orderTotal',
    kind: 'amount',
    of: 'main',
    headings: words(
      '订单金额|订单总额|订单总金额|单据金额|单据总额|整单金额|合计金额|总金额|总额|总计金额|应收金额|应收款|销售总额|成交金额|Order Total|Order Amount|Grand Total|Total Amount|Invoice Total|Total of the order',
    ),
  },
  {
    key: 'note',
    kind: 'text',
    of: 'main',
    maxLength: 1000,
    headings: words('备注|摘要|说明|单据备注|整单备注|订单备注|附注|Note|Notes|Memo|Remark|Remarks|Comment|Order Note'),
  },
];

const lineFields: readonly ImportField<OrderImportKey>[] = [
  {
    key: 'product',
    kind: 'text',
    of: 'child',
    maxLength: 100,
    headings: words(
      '品名|商品名称|商品名|商品|商品全名|货品|货品名称|产品|产品名称|物料名称|物料|存货名称|存货|品名规格|品名及规格|货物名称|货物|名称|项目|项目名称|货物或应税劳务名称|Product|Product Name|Item|Item Name|Goods|Material|Article|Title|Description|Line Item',
    ),
  },
  {
    key: 'productCode',
    kind: 'text',
    of: 'child',
    maxLength: 60,
    headings: words(
      '商品编号|商品编码|货号|货品编码|货品编号|产品编号|产品编码|物料编码|物料编号|存货编码|存货编号|SKU|Product Code|Item Code|Item No|Item Number|Article No|Part Number',
    ),
  },
  {
    key: 'spec',
    kind: 'text',
    of: 'child',
    maxLength: 100,
    headings: words('规格型号|规格|型号|规格/型号|型号规格|Spec|Specification|Model|Size'),
  },
  {
    key: 'unit',
    kind: 'text',
    of: 'child',
    maxLength: 20,
    headings: words('单位名|计量单位|数量单位|销售单位|基本单位|UOM|Unit|Unit Of Measure|Units'),
  },
  {
    key: 'quantity',
    kind: 'quantity',
    of: 'child',
    headings: words('数量|销售数量|订货数量|出库数量|实发数量|发货数量|件数|Quantity|Qty|Qty Ordered|Count'),
  },
  {
    key: 'unitPrice',
    kind: 'price',
    of: 'child',
    headings: words('含税单价|含税价|销售单价(含税)|Price incl. tax|Unit Price|UnitPrice'),
  },
  {
    key: 'discount',
    kind: 'discount',
    of: 'child',
    headings: words('折扣|折扣率|折扣%|折扣(%)|扣率|优惠率|Discount|Discount %|Discount Rate|Disc'),
  },
  {
    key: 'amount',
    kind: 'amount',
    of: 'child',
    headings: words(
      '价税合计|含税金额|折后金额|折后价税合计|Line Total|LineTotal|Extended Price|ExtendedPrice|Amount incl. tax|Line Amount|Amount of the line',
    ),
  },
  {
    key: 'lineNote',
    kind: 'text',
    of: 'child',
    maxLength: 200,
    headings: words('行备注|明细备注|商品备注|分录备注|Line Note|Item Note|Line Remark|Line note'),
  },
];

/**
 * 销售单 with their lines. Prices and amounts are with tax (domain §1): where a sheet has both, 含税单价 and 价税合计 are
 * taken and 单价 and 金额 are not. 单位 is the customer in a sheet that names nobody else, else the unit of the goods.
 */
export const ordersTarget: FoldingTarget<'by_number', OrderImportKey> = {
  name: 'orders',
  right: 'import.money',
  fields: [...orderFields.map(withoutUnitWord), ...lineFields],
  sharedHeadings: [
    {
      headings: words('单位'),
      rules: [{ beside: ['customer'], field: 'unit' }, { field: 'customer' }],
    },
    {
      headings: words('单价|销售单价|价格|售价|折后单价|Price|Sales Price'),
      rules: [{ without: ['unitPrice'], field: 'unitPrice' }],
    },
    {
      headings: words('金额|销售金额|销售额|小计金额|货款|Amount|Subtotal|Total|Sales Amount'),
      rules: [{ without: ['amount'], field: 'amount' }],
    },
  ],
  ignoredHeadings: ignoredMoneyHeadings,
  combined: [],
  fallbacks: [],
  needs: [['customer'], ['issuedOn'], ['amount', 'unitPrice', 'orderTotal']],
  folding: { kind: 'by_number', number: 'orderNo', else: ['customer', 'issuedOn'] },
  carriedDown: ['orderNo', 'customer', 'uscc', 'phone', 'issuedOn', 'dueOn', 'creditDays', 'salesperson', 'contractNo'],
  checkRow,
};

function withoutUnitWord(field: ImportField<OrderImportKey>): ImportField<OrderImportKey> {
  return field.key === 'customer' ? { ...field, headings: field.headings.filter((word) => word !== '单位') } : field;
}

function checkRow(values: ImportValues): readonly ValueProblem[] {
  const problems: ValueProblem[] = [];
  const figures = values.get('quantity') === 0 ? null : orderFiguresOf(values);
  if (figures === null) problems.push({ field: 'quantity', problem: 'not_more_than_zero' });
  else if (!figures.ok) problems.push(figures.error);
  // The total of an order without lines stands for its amount.
  else if (figures.value === null && !values.has('orderTotal'))
    problems.push({ field: values.has('unitPrice') ? 'quantity' : 'amount', problem: 'line_without_amount' });
  const [issuedOn, dueOn] = [values.get('issuedOn'), values.get('dueOn')];
  if (typeof issuedOn === 'string' && typeof dueOn === 'string' && dueOn < issuedOn)
    problems.push({ field: 'dueOn', problem: 'before_issue' });
  return [...problems, ...creditDaysProblem(values)];
}
