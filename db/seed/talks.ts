import type { Channel } from '../../src-shared/follow-ups/follow-up.ts';
import type { Random } from './random.ts';

const goods = [
  '304 合页',
  '静音滑轨',
  '防盗锁芯',
  '膨胀螺栓',
  '自攻钉',
  '角阀',
  '角磨片',
  '冲击钻头',
  '玻璃胶',
  '门吸',
  '液压闭门器',
  'LED 灯带',
  '水暖软管',
  '不锈钢拉手',
  '三合一连接件',
  '镀锌钢管',
  '抽屉三节轨',
  '指纹锁',
  '铝合金型材',
  'PPR 管件',
  '断路器',
  '电缆 2.5 平方',
  '铰链',
  '地弹簧',
  '免钉胶',
  '切割片',
  '热镀锌螺丝',
  '移门滑轮',
];
const rivals = ['永康那边', '义乌批发市场', '网上', '对面那家', '临沂发货的', '老供应商'];
const weekdays = ['周一', '周二', '周三', '周四', '周五'];

/** `{g}` goods, `{n}` a quantity, `{p}` a price, `{d}` a weekday, `{r}` a rival, `{m}` a month, `{k}` days of delivery. */
const templates: Readonly<Record<Exclude<Channel, 'other'>, readonly string[]>> = {
  phone: [
    '问{g}的价格，报了 {p} 元，说和{r}比一下',
    '下单{g} {n} 个，{d}送到',
    '催 {m} 月的货款，说月底前付一部分',
    '没人接，晚上再打',
    '老板在外地，{d}回来，到时再约',
    '问{g}交期，已答 {k} 天',
    '对 {m} 月的账，差一张送货单，补拍给他',
    '说最近工地停工，{g}先不要，下个月再看',
    '{g}少发 {n} 个，已答应明天补',
    '想要含税价，{g}按 {p} 报过去了',
    '回访：上批{g}用着可以，没有问题',
    '要一份{g}的检测报告，投标用',
  ],
  wechat: [
    '发了{g}的图册和报价，等回复',
    '发来图纸，要{g} {n} 套，核价中',
    '转账收到，已发回单',
    '问{g}有没有现货，回有，可以今天发',
    '约{d}上午去店里看样',
    '说{r}便宜一毛，问能不能再让一点',
    '发了对账单，确认无误',
    '发来一张{g}坏的照片，同意换 {n} 个',
    '介绍了一个做门窗的朋友，推了名片',
    '新款{g}的视频发过去了，说先拿 {n} 个试试',
  ],
  visit: [
    '送{g}样品 {n} 个，老板看了满意，价格按 {p} 走',
    '看了仓库，{g}快没货了，建议补 {n} 个',
    '谈年度框架，要求月结 45 天，没答应，先按 30 天',
    '店面在重新装修，{d}后再来摆样',
    '补签 {m} 月对账单，顺便收了现金',
    '介绍新到的{g}，留了两个样',
    '老板不在，和采购聊了一会，{g}现在从{r}拿',
    '处理{g}松动的投诉，当场换了 {n} 个',
    '工地看现场，需要{g}大概 {n} 个，回去做清单',
    '陪厂家师傅去教了{g}的安装',
  ],
  inbound_visit: [
    '来门市看{g}，当场拿了 {n} 个',
    '来仓库自提，顺带问了{g}的价',
    '带工程方一起来看样，定了{g}的型号',
    '来结 {m} 月的账，刷卡',
  ],
  email: ['发了{g}报价单和规格书', '发来采购清单，{g}等 {n} 项，{k} 天内报价', '投标资料已发，{d}开标'],
  sms: ['发短信提醒 {m} 月货款', '节日问候', '发了送货司机的电话'],
  video: ['视频看了{g}的安装问题，教他调了一下', '视频开会定方案，{g}改用加厚的'],
  fax: ['传真了盖章的{g}订单', '收到传真的对账单，已签回'],
};

const outcomes = ['有意向', '已下单', '再考虑', '暂无需求', '价格偏高', '等通知', '已解决'];
const plans = [
  '谈年度框架',
  '送样品',
  '催货款',
  '补签对账单',
  '看店面陈列，推新品',
  '回访使用情况',
  '量尺寸，做清单',
  '结月度账',
  '处理投诉',
  '介绍新到的货',
  '节前走访',
  '确认交期',
];

export interface Talk {
  readonly channel: Channel;
  readonly text: string;
  readonly outcome: string | null;
  readonly intentLevel: number | null;
}

export function aTalk(month: number, random: Random): Talk {
  const channel = random.weighted<Channel>([
    ['phone', 40],
    ['wechat', 28],
    ['visit', 20],
    ['inbound_visit', 5],
    ['email', 2],
    ['sms', 2],
    ['video', 1],
    ['fax', 0.3],
    ['other', 0.7],
  ]);
  const template = random.pick(templates[channel === 'other' ? 'phone' : channel]);
  const text = template.replace(/\{(\w)\}/g, (_, slot: string) => {
    switch (slot) {
      case 'g':
        return random.pick(goods);
      case 'n':
        return String(random.pick([2, 5, 10, 12, 20, 30, 50, 60, 100, 200, 300, 500]));
      case 'p':
        return (random.between(15, 4800) / 10).toFixed(1);
      case 'd':
        return random.pick(weekdays);
      case 'r':
        return random.pick(rivals);
      case 'm':
        return String(((month + 10) % 12) + 1);
      default:
        return String(random.between(2, 20));
    }
  });
  return {
    channel,
    text: random.chance(0.12) ? `${text}。${aPurpose(random)}` : text,
    outcome: random.chance(0.3) ? random.pick(outcomes) : null,
    intentLevel: random.chance(0.35) ? random.between(1, 5) : null,
  };
}

export function aPurpose(random: Random): string {
  return random.pick(plans);
}
