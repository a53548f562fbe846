import { headingWords as words } from './heading-words.ts';
import type { ImportField } from './import-target.ts';

/** What a sheet of money says of whom it is about. */
export type CustomerColumnKey = 'customer' | 'uscc' | 'phone';

/** The customer is looked up by these, in the order: credit code, name, short name, phone. */
export const customerColumns: readonly ImportField<CustomerColumnKey>[] = [
  {
    key: 'customer',
    kind: 'text',
    of: 'main',
    required: true,
    maxLength: 200,
    looks: ['firm'],
    headings: words(
      '客户|客户名称|客户名|客户全称|客户简称|客户单位|购货单位|购货方|购货客户|购买方名称|往来单位|往来单位名称|往来户|往来对象|单位|单位名称|公司名称|公司|企业名称|付款单位|付款人|付款方|付款户名|付款人名称|对方户名|对方单位|对方名称|欠款单位|欠款人|债务人|买方|甲方|需方|收货单位|收货人|会员|会员名称|店名|门店|Customer|Customer Name|Company|Company Name|Account|Account Name|Client|Client Name|Bill To|Billed To|Ship Name|ShipName|Payer|Paid By|Debtor',
    ),
  },
  {
    key: 'uscc',
    kind: 'uscc',
    of: 'main',
    maxLength: 18,
    looks: ['uscc'],
    headings: words(
      '统一社会信用代码|信用代码|纳税人识别号|税号|购买方税号|客户税号|购方税号|Tax No|Tax Number|Tax ID|Credit Code',
    ),
  },
  {
    key: 'phone',
    kind: 'phone',
    of: 'main',
    maxLength: 100,
    headings: words(
      '客户电话|电话|手机|手机号|手机号码|联系电话|联系方式|客户手机|Phone|Mobile|Telephone|Tel|Phone Number',
    ),
  },
];

/** Never a field of a sheet of money, whatever is in it. */
export const ignoredMoneyHeadings: readonly string[] = words(
  '序号|行号|编号|客户编号|客户编码|客户代码|单位编号|单位编码|往来单位编码|联系人|联系人姓名|地址|收货地址|送货地址|客户地址|部门|仓库|发货仓库|币别|币种|汇率|税率|税额|不含税单价|不含税金额|成本|成本价|成本金额|毛利|毛利率|条码|条形码|图片|审核人|审核状态|审核日期|制单人|制单日期|制单时间|创建人|创建时间|修改时间|更新时间|打印次数|状态|单据状态|单据类型|业务类型|账龄|逾期天数|超期天数|0-30天|31-60天|61-90天|90天以上|合计|小计|累计|期初余额|借方|贷方|借方金额|贷方金额|方向|科目|科目编码|科目名称|开户行|银行账号|账号|交易流水|ID|No|No.|Status|Currency|Exchange Rate|Tax|Tax Rate|Cost|Margin|Address|City|Country|Postal Code|Freight|Ship Via|Employee ID|Required Date|Shipped Date|Customer ID|Product ID|Created At|Updated At',
);
