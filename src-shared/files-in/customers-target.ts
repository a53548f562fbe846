import type { FoldingTarget, ImportField } from './import-target.ts';

export type CustomerImportKey =
  | 'name'
  | 'shortName'
  | 'uscc'
  | 'phone'
  | 'wechat'
  | 'email'
  | 'website'
  | 'province'
  | 'city'
  | 'district'
  | 'address'
  | 'industry'
  | 'source'
  | 'tier'
  | 'owner'
  | 'tags'
  | 'note'
  | 'sinceOn'
  | 'nextVisitOn'
  | 'contactName'
  | 'contactFamilyName'
  | 'contactGivenName'
  | 'contactTitle'
  | 'contactDepartment'
  | 'contactMobile'
  | 'contactPhone'
  | 'contactWechat'
  | 'contactEmail'
  | 'contactIsDecisionMaker';

const words = (text: string): readonly string[] => text.split('|');

const customerFields: readonly ImportField<CustomerImportKey>[] = [
  {
    key: 'name',
    kind: 'text',
    of: 'main',
    required: true,
    maxLength: 200,
    looks: ['firm'],
    otherHalf: 'phone',
    headings: words(
      '客户名称|客户名|客户姓名|客户全称|客户单位|客户公司|公司名称|公司名|公司全称|公司|单位名称|单位|单位全称|企业名称|企业|企业全称|客户|名称|店名|店铺名称|门店名称|门店|往来单位|往来单位名称|供应商名称|商户名称|甲方|购货单位|购方名称|抬头|开票抬头|发票抬头|线索名称|会员名称|会员姓名|Company Name|Company|Customer Name|Customer|Account Name|Account|Client|Client Name|Organization|Organisation|Organization Name|Organization 1 - Name|Business Name|Firm|Compny|Empresa|Firma|Organisation Name|Lead Name|Supplier|Supplier Name|Verbundenes Unternehmen',
    ),
  },
  {
    key: 'shortName',
    kind: 'text',
    of: 'main',
    maxLength: 100,
    headings: words('客户简称|简称|公司简称|单位简称|别名|Short Name|Alias|Abbreviation'),
  },
  {
    key: 'uscc',
    kind: 'uscc',
    of: 'main',
    maxLength: 18,
    looks: ['uscc'],
    headings: words(
      '统一社会信用代码|社会信用代码|信用代码|统一信用代码|纳税人识别号|税号|纳税识别号|税务登记号|营业执照号|营业执照号码|USCC|Tax No|Tax Number|Tax ID|Credit Code',
    ),
  },
  {
    key: 'phone',
    kind: 'phone',
    of: 'main',
    maxLength: 100,
    isRepeatable: true,
    looks: ['landline', 'mobile'],
    otherHalf: 'contactName',
    headings: words(
      '客户电话|公司电话|单位电话|企业电话|总机|客户手机|客户手机号|客户联系电话|前台电话|开票电话|Company Phone|Office Phone|Main Phone|Company Main Phone|Business Phone|Customer Phone|Account Phone',
    ),
  },
  { key: 'wechat', kind: 'text', of: 'main', maxLength: 100, headings: words('客户微信|公司微信|客户微信号|公众号') },
  {
    key: 'email',
    kind: 'email',
    of: 'main',
    maxLength: 200,
    headings: words('公司邮箱|客户邮箱|企业邮箱|单位邮箱|Company Email'),
  },
  {
    key: 'website',
    kind: 'text',
    of: 'main',
    maxLength: 300,
    looks: ['website'],
    headings: words(
      '网址|网站|官网|公司网址|公司网站|主页|客户网址|Website|Website URL|Web Page|Web|URL|Homepage|Home Page|Company Domain Name|Websiten-Link|Website 1 - Value',
    ),
  },
  {
    key: 'province',
    kind: 'text',
    of: 'main',
    maxLength: 50,
    headings: words(
      '省份|省|所在省|所在省份|省市自治区|省/直辖市|Province|State|State/Region|Region|Business State|State/Province',
    ),
  },
  {
    key: 'city',
    kind: 'text',
    of: 'main',
    maxLength: 50,
    headings: words('城市|市|所在城市|所属城市|地市|所在市|City|Town|Business City|Stadt|Address 1 - City'),
  },
  {
    key: 'district',
    kind: 'text',
    of: 'main',
    maxLength: 50,
    headings: words('区县|区/县|区|县|县区|区域|地区|所在地区|所属区域|所属地区|所在区|片区|District|County|Area'),
  },
  {
    key: 'address',
    kind: 'text',
    of: 'main',
    maxLength: 500,
    looks: ['address'],
    headings: words(
      '地址|详细地址|公司地址|单位地址|客户地址|联系地址|通讯地址|办公地址|经营地址|注册地址|收货地址|送货地址|门店地址|街道地址|Address|Street|Street Address|Business Street|Mailing Address|Company Address|Straße|Address 1 - Formatted',
    ),
  },
  {
    key: 'industry',
    kind: 'choice',
    of: 'main',
    maxLength: 100,
    headings: words('行业|客户行业|所属行业|行业类别|行业类型|所在行业|Industry|Sector'),
  },
  {
    key: 'source',
    kind: 'choice',
    of: 'main',
    maxLength: 100,
    headings: words(
      '来源|客户来源|线索来源|渠道|来源渠道|获客渠道|客户渠道|信息来源|Source|Lead Source|Customer Source|Original Source|Data Source|Customer Origin|Clue Origin|Channel',
    ),
  },
  {
    key: 'tier',
    kind: 'tier',
    of: 'main',
    headings: words(
      '客户等级|客户级别|等级|级别|客户分级|分级|客户评级|重要程度|会员等级|Tier|Level|Customer Level|Grade|Customer Tier',
    ),
  },
  {
    key: 'owner',
    kind: 'user',
    of: 'main',
    headings: words(
      '负责人|客户负责人|业务员|销售员|销售|销售代表|销售人员|客户经理|跟进人|所属业务员|归属人|归属销售|业务经理|Owner|Account Owner|Company Owner|Contact Owner|Lead Owner|Sales Rep|Salesperson|Account Manager|Sales Name',
    ),
  },
  {
    key: 'tags',
    kind: 'tags',
    of: 'main',
    isRepeatable: true,
    headings: words(
      '标签|客户标签|类型|客户类型|客户类别|类别|客户分类|分类|客户性质|单位性质|Tags|Tag|Labels|Type|Customer Type|Category',
    ),
  },
  {
    key: 'note',
    kind: 'text',
    of: 'main',
    maxLength: 5000,
    isRepeatable: true,
    headings: words(
      '备注|客户备注|备注信息|说明|客户描述|描述|备忘|需求|客户需求|主要需求|附注|其他|Notes|Note|Remark|Remarks|Comment|Comments|Description|Memo|Notas|Notizen',
    ),
  },
  {
    key: 'sinceOn',
    kind: 'date',
    of: 'main',
    headings: words(
      '合作起始|合作起始日期|合作开始|合作开始日期|合作开始时间|合作日期|合作时间|开始合作日期|首单日期|首单时间|首次成交日期|首次成交时间|首次下单|首次合作日期|成交日期|建档日期|开户日期|Since|Customer Since|First Order Date|Start Date',
    ),
  },
  {
    key: 'nextVisitOn',
    kind: 'date',
    of: 'main',
    headings: words(
      '下次联系时间|下次联系|下次联系日期|下次跟进时间|下次跟进|下次跟进日期|下次拜访|下次拜访时间|下次拜访日期|计划拜访日期|回访日期|Next Contact|Next Contact Date|Next Follow Up|Next Visit|Next Activity Date',
    ),
  },
];

const contactFields: readonly ImportField<CustomerImportKey>[] = [
  {
    key: 'contactName',
    kind: 'person',
    of: 'child',
    maxLength: 100,
    looks: ['person'],
    otherHalf: 'contactMobile',
    headings: words(
      '联系人|联系人姓名|主要联系人|首要联系人|联络人|对接人|经办人|联系人名称|法人|法定代表人|老板|老板姓名|客户签约人|Contact|Contact Name|Contact Person|Primary Contact|Contact Full Name|Display Name|Anzeigename',
    ),
  },
  {
    key: 'contactFamilyName',
    kind: 'person',
    of: 'child',
    headings: words('联系人的姓|Contact’s family name|姓|姓氏|Last Name|Family Name|Surname|Nachname'),
  },
  {
    key: 'contactGivenName',
    kind: 'person',
    of: 'child',
    headings: words('联系人的名|Contact’s given name|名|名字|First Name|Given Name|Forename|Vorname'),
  },
  {
    key: 'contactTitle',
    kind: 'text',
    of: 'child',
    maxLength: 100,
    headings: words(
      '职务|职位|联系人职务|联系人职位|岗位|头衔|Job Title|Contact Title|Position|Title|Organization 1 - Title|Role',
    ),
  },
  {
    key: 'contactDepartment',
    kind: 'text',
    of: 'child',
    maxLength: 100,
    headings: words('部门|联系人部门|所在部门|科室|Department|Abteilung|Organization 1 - Department'),
  },
  {
    key: 'contactMobile',
    kind: 'phone',
    of: 'child',
    maxLength: 100,
    looks: ['mobile'],
    otherHalf: 'contactName',
    headings: words('Contact’s mobile|联系人手机|联系人手机号|联系人手机号码|联系人移动电话|Contact Mobile'),
  },
  {
    key: 'contactPhone',
    kind: 'phone',
    of: 'child',
    maxLength: 100,
    otherHalf: 'contactName',
    headings: words('Contact’s phone|联系人电话|联系人座机|联系人固话|联系人联系电话|联系人办公电话|Contact Phone'),
  },
  {
    key: 'contactWechat',
    kind: 'text',
    of: 'child',
    maxLength: 100,
    headings: words('Contact’s WeChat|联系人微信|联系人微信号|Contact Wechat'),
  },
  {
    key: 'contactEmail',
    kind: 'email',
    of: 'child',
    maxLength: 200,
    headings: words('Contact’s e-mail|联系人邮箱|联系人电子邮箱|Contact Email'),
  },
  {
    key: 'contactIsDecisionMaker',
    kind: 'yes_no',
    of: 'child',
    headings: words('是否关键决策人|关键决策人|决策人|是否决策人|是否负责人|Decision Maker|Is Decision Maker'),
  },
];

const mobileWords = words(
  '手机|手机号|手机号码|移动电话|联系手机|电话手机|Mobile|Mobile Phone|Mobile Phone Number|Mobile Number|Cell|Cell Phone|Cellphone|Mobil|Handy|Mobil-Tel.-Nr.',
);
const phoneWords = words(
  '电话|电话号码|联系电话|联系方式|固定电话|固话|座机|办公电话|电话1|Phone|Phone Number|Telephone|Tel|Tel.|Phne|Lead Phone|Telefon|Telefono|Contact Number|Primary Phone|Home Phone|Phone 1 - Value',
);

/**
 * Customers with their contacts, in one sheet.
 * 手机, 电话, 微信 and 邮箱 belong to the contact when the sheet has a 联系人, else to the customer. Of a 手机 and a 电话
 * beside a 联系人 the mobile is the contact's and the other number the firm's: that is how such sheets are filled.
 * 姓名 is the contact where the sheet also names a firm, else the customer.
 */
export const customersTarget: FoldingTarget<'by_identity', CustomerImportKey> = {
  name: 'customers',
  right: 'import.customers',
  fields: [...customerFields, ...contactFields],
  sharedHeadings: [
    {
      headings: words('姓名|全名|人员姓名|Name|Full Name|Nmae|Nombre|Contact Person Name'),
      rules: [
        { without: ['name'], field: 'name' },
        { without: ['contactName'], field: 'contactName' },
      ],
    },
    {
      headings: mobileWords,
      rules: [
        { beside: ['contactName'], field: 'contactMobile' },
        { beside: ['contactGivenName'], field: 'contactMobile' },
        { field: 'phone' },
      ],
    },
    {
      headings: phoneWords,
      rules: [
        { beside: ['contactName', 'contactMobile'], field: 'phone' },
        { beside: ['contactGivenName', 'contactMobile'], field: 'phone' },
        { beside: ['contactName'], looks: 'mobile', field: 'contactMobile' },
        { beside: ['contactName'], field: 'contactPhone' },
        { beside: ['contactGivenName'], field: 'contactPhone' },
        { field: 'phone' },
      ],
    },
    {
      headings: words('微信|微信号|WeChat|WeChat ID|Weixin'),
      rules: [{ beside: ['contactName'], field: 'contactWechat' }, { field: 'wechat' }],
    },
    {
      headings: words(
        '邮箱|电子邮箱|电子邮件|邮件|邮箱地址|Email|E-mail|Email Address|Mail|Emial|Lead Email|Correo|E-mail 1 - Value|E-mail Address|Primäre E-Mail-Adresse',
      ),
      rules: [
        { beside: ['contactName'], field: 'contactEmail' },
        { beside: ['contactGivenName'], field: 'contactEmail' },
        { field: 'email' },
      ],
    },
  ],
  ignoredHeadings: words(
    '序号|编号|行号|客户编号|客户编码|客户id|客户代码|工号|学号|性别|年龄|生日|传真|状态|合计|创建时间|创建日期|创建人|更新时间|修改时间|最后跟进时间|最近联系时间|最后联系时间|最近跟进|直属上级|联系人数|联系人数量|订单数|累计金额|开户行|账号|银行账号|税率|期初应收|期末应收|排序|班级|ID|No|No.|Customer ID|Company ID|Contact ID|Lead ID|Record ID|Create Date|Created Date|Created Time|Last Modified Date|Last Contact|Ad Name|Form Name|Conversion Name|Campaign|Keyword|Device|Platform|Fax|Gender|Birthday|Country|Postal Code|Language|Status|Lead Status',
  ),
  combined: [{ into: 'contactName', family: 'contactFamilyName', given: 'contactGivenName' }],
  fallbacks: [{ field: 'name', from: 'contactName' }],
  needs: [['name']],
  folding: {
    kind: 'by_identity',
    name: 'name',
    code: 'uscc',
    phones: ['phone', 'contactMobile', 'contactPhone'],
    childName: 'contactName',
  },
};
