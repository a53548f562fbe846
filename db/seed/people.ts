import type { Random } from './random.ts';

/** Frequent names often, and those that pinyin gets wrong unless it knows they are names. */
const surnames: readonly (readonly [string, number])[] = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高'.split('').map((name) => [name, 20] as const),
  ...'郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严'
    .split('')
    .map((name) => [name, 6] as const),
  ...[
    '单',
    '仇',
    '解',
    '区',
    '查',
    '朴',
    '翟',
    '盖',
    '尉迟',
    '缪',
    '冼',
    '召',
    '覃',
    '欧阳',
    '诸葛',
    '上官',
    '令狐',
    '万俟',
  ].map((name) => [name, 0.7] as const),
];

const givenOne =
  '伟 强 磊 军 勇 涛 斌 波 辉 刚 敏 静 丽 娟 霞 燕 玲 芳 洁 琴 俊 峰 超 鹏 杰 浩 宇 晨 欣 颖 洋 建 明 亮 平 华'.split(
    ' ',
  );
const givenTwo =
  '建国 建华 建军 国强 国栋 志远 志强 永利 永康 金龙 德明 明华 海燕 丽华 秀英 桂兰 晓峰 晓燕 小芸 文博 新安 顺昌 伟民 立军 国平 方青 金根 阿根 水根 长根 美珍 玉兰 雪琴 红梅 春花 爱国 卫东 向阳 志明 俊杰 浩然 子涵 梓轩 雨欣 思远 佳怡 嘉豪 天宇 文静 静怡 一鸣 家兴 富贵 来法 关土 重阳 乐平 长生'.split(
    ' ',
  );
const foreign = ['John Smith', 'Kevin Wong', 'Maria Garcia', '山田太郎', '金秀贤', 'Олег Иванов'];

export function aPersonName(random: Random): string {
  if (random.chance(0.002)) return random.pick(foreign);
  return random.weighted(surnames) + (random.chance(0.72) ? random.pick(givenTwo) : random.pick(givenOne));
}

/** Sometimes only what the salesperson knows: 王总, 李师傅. */
export function aContactName(random: Random): string {
  const name = aPersonName(random);
  if (!random.chance(0.06) || name.length > 4) return name;
  return `${name.slice(0, name.length > 3 ? 2 : 1)}${random.pick(['总', '老板', '师傅', '经理', '姐', '工'])}`;
}

export function aSurname(random: Random): string {
  return random.weighted(surnames);
}

export const jobTitles = [
  '总经理',
  '采购经理',
  '采购',
  '老板',
  '老板娘',
  '财务',
  '仓管',
  '项目经理',
  '工程部经理',
  '店长',
  '合伙人',
  '出纳',
];
export const departments = ['采购部', '财务部', '工程部', '仓库', '项目部', '行政部'];

const mobileHeads =
  '130 131 132 133 134 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 166 170 176 177 178 180 181 182 183 185 186 187 188 189 191 198 199'.split(
    ' ',
  );

export function aMobile(random: Random): string {
  return random.pick(mobileHeads) + String(random.between(0, 99_999_999)).padStart(8, '0');
}

/** The spellings found in real lists. */
export function asTyped(mobile: string, random: Random): string {
  const [head, middle, tail] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
  return random.weighted([
    [mobile, 80],
    [`${head} ${middle} ${tail}`, 8],
    [`${head}-${middle}-${tail}`, 8],
    [`+86 ${mobile}`, 2],
    [mobile.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), 1],
  ]);
}

const areaCodes: Readonly<Record<string, string>> = {
  杭州市: '0571',
  绍兴市: '0575',
  湖州市: '0572',
  嘉兴市: '0573',
  宁波市: '0574',
  金华市: '0579',
  温州市: '0577',
  台州市: '0576',
  衢州市: '0570',
  丽水市: '0578',
  舟山市: '0580',
  上海市: '021',
  苏州市: '0512',
  无锡市: '0510',
  南京市: '025',
  合肥市: '0551',
  黄山市: '0559',
  上饶市: '0793',
  福州市: '0591',
  佛山市: '0757',
  深圳市: '0755',
  武汉市: '027',
  成都市: '028',
  重庆市: '023',
  北京市: '010',
  临沂市: '0539',
};

export function aLandline(city: string, random: Random): string {
  const number = random.between(2_000_000, 8_999_999) + (random.chance(0.7) ? 80_000_000 : 0);
  return `${areaCodes[city] ?? '0571'}-${number}${random.chance(0.1) ? `转${random.between(801, 899)}` : ''}`;
}
