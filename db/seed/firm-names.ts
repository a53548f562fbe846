import { aPersonName, aSurname } from './people.ts';
import { type Place, shortPlace } from './places.ts';
import type { Random } from './random.ts';

/** What a customer of a hardware wholesaler does, and how such firms are called. */
export const trades: readonly {
  readonly industry: string;
  readonly weight: number;
  readonly words: readonly string[];
  readonly forms: readonly string[];
}[] = [
  {
    industry: '五金零售',
    weight: 26,
    words: ['五金', '五金机电', '五金建材', '五金日杂', '五金工具'],
    forms: ['店', '商店', '商行', '经营部', '门市部', '批发部'],
  },
  {
    industry: '建材批发',
    weight: 18,
    words: ['建材', '装饰材料', '建筑材料', '水暖建材'],
    forms: ['有限公司', '商行', '经营部', '贸易有限公司'],
  },
  {
    industry: '装饰工程',
    weight: 14,
    words: ['装饰', '装饰工程', '建筑装饰', '室内设计'],
    forms: ['有限公司', '工程有限公司', '工作室'],
  },
  {
    industry: '门窗制造',
    weight: 9,
    words: ['门窗', '铝合金门窗', '塑钢门窗', '幕墙'],
    forms: ['厂', '有限公司', '制造有限公司', '经营部'],
  },
  {
    industry: '建筑施工',
    weight: 8,
    words: ['建设', '建筑工程', '建工', '市政园林'],
    forms: ['有限公司', '集团有限公司', '集团第三分公司', '工程队'],
  },
  {
    industry: '家具制造',
    weight: 6,
    words: ['家具', '木业', '橱柜', '全屋定制'],
    forms: ['厂', '有限公司', '制造有限公司'],
  },
  {
    industry: '物业管理',
    weight: 5,
    words: ['物业', '物业管理', '物业服务'],
    forms: ['有限公司', '服务有限公司', '有限公司分公司'],
  },
  {
    industry: '机械制造',
    weight: 5,
    words: ['机械', '机电设备', '模具', '紧固件'],
    forms: ['有限公司', '制造有限公司', '厂'],
  },
  { industry: '锁业', weight: 4, words: ['锁业', '智能锁', '防盗门锁'], forms: ['有限公司', '店', '经营部'] },
  {
    industry: '水电安装',
    weight: 4,
    words: ['水电安装', '机电安装', '消防工程'],
    forms: ['队', '有限公司', '工程有限公司', '服务部'],
  },
  { industry: '灯饰电器', weight: 4, words: ['灯饰', '灯饰电器', '照明', '电器'], forms: ['店', '有限公司', '商行'] },
  { industry: '电子商务', weight: 2, words: ['电子商务', '网络科技', '供应链管理'], forms: ['有限公司'] },
];

const weightedTrades = trades.map((trade) => [trade, trade.weight] as const);

const brands =
  '恒通 永利 宏远 兴达 顺昌 金盾 宏达 海创 绿野 明珠 新天地 竹缘 运河 金源 永固 永兴 建业 华成 华兴 鑫源 鑫鑫 鑫达 万事达 万家 家和 中天 中大 天工 巧匠 鲁班 匠心 美居 美佳 福临门 聚宝 聚丰 富民 富强 盛世 盛达 盛隆 隆昌 兴隆 兴旺 旺达 旺角 长城 长江 长青 东方 东升 南方 西子 北极星 四海 五洲 六合 七彩 八方 九鼎 百盛 百联 千里马 万象 亿达 银河 星辰 星火 星月 日月 阳光 晨光 晨曦 新星 新时代 新华 新安 江南 江海 大江东 钱江 之江 富春江 太湖 西溪 良渚 径山 天目 龙井 龙腾 龙泰 凤凰 金凤 金龙 金马 金桥 金泰 金石 银桥 铁牛 钢铁侠 力士 力高 力帆 正大 正泰 正安 安信 安泰 安居 信达 信诚 诚信 诚达 诚品 品高 尚品 优品 乐居 乐家 好家 佳居 佳美 佳信 瑞丰 瑞达 瑞祥 祥和 祥云 和顺 顺达 顺发 发达 广发 广源 源泰 泰和 泰山 昆仑 华山 峨眉 黄山 三江 三和 三友 三联 双龙 双喜 双鱼 双力 一诺 一品 博大 博远 博雅 卓越 飞跃 飞达 飞鹰 雄鹰 鹏程 鹏达 宇达 宇通'.split(
    ' ',
  );

const latin = ['HomeFix', 'BestLock', 'A-One', '3M', 'KD', 'TopTool', 'EasyHome', 'ABC DEF'];

export interface Firm {
  readonly name: string;
  readonly shortName: string | null;
  readonly industry: string;
}

/** Names as they stand in real lists: firms, shops, persons; some repeat, some are very long. */
export function aFirm(place: Place, random: Random): Firm {
  const trade = random.weighted(weightedTrades);
  const word = random.pick(trade.words);
  const form = random.pick(trade.forms);
  const brand = random.weighted([
    [random.pick(brands), 62],
    [`${aSurname(random)}记`, 12],
    [`${aSurname(random)}氏`, 4],
    [`${random.pick(brands)}${random.pick(brands)}`, 12],
    [random.pick(latin), 1],
  ]);
  const city = shortPlace(place.city);
  const district = shortPlace(place.district);
  const name = random.weighted([
    [`${city}${brand}${word}${form}`, 34],
    [`${district}${brand}${word}${form}`, 24],
    [`${city}${district}${brand}${word}${form}`, 10],
    [`${brand}${word}${form}`, 14],
    [`${place.city}${place.district}${brand}${word}${form}`, 4],
    [`${brand}（${city}）${word}${form}`, 4],
    [`${brand}(${district})${word}${form}`, 2],
    [aPersonName(random), 4],
    [longName(place, brand, word, form, random), 2],
    [
      `${brand.toUpperCase()} ${random.pick(['Hardware', 'Building Materials', 'Trading'])} (${random.pick(['Hangzhou', 'Ningbo', 'Yiwu'])}) Co., Ltd.`,
      0.6,
    ],
  ]);
  return { name, shortName: random.chance(0.35) ? `${brand}${word}`.slice(0, 100) : null, industry: trade.industry };
}

/** About 40 characters, as on a business licence. */
function longName(place: Place, brand: string, word: string, form: string, random: Random): string {
  const town = random.pick(['良渚', '瓶窑', '临浦', '钱清', '织里', '长安', '观海卫', '佛堂']);
  const start = `${place.province}${place.city}${place.district}${town}街道${brand}${word}`;
  return `${start}${random.pick(['产业园区', '工业功能区', '农贸市场'])}${random.pick(['新型', '绿色', '综合'])}五金机电供应链服务有限责任公司${form.endsWith('店') ? '直营店' : `第${random.pick(['一', '二', '三'])}分公司`}`;
}

export const sources = [
  '转介绍',
  '陌拜',
  '电话咨询',
  '展会',
  '网上询价',
  '老客户',
  '门店到访',
  '1688',
  '微信群',
  '招标',
];
