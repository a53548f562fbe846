/**
 * Characters of names and places whose second reading people really type: 重庆 is cq, 银行 yh, 长城 cc.
 * Searching finds either reading. Readings that only dictionaries know (大 dài, 车 jū) are left out: they would bring hits
 * that nobody can explain.
 */
const table =
  '重 zhong chong,长 chang zhang,行 hang xing,乐 le yue,朝 chao zhao,厦 xia sha,单 dan shan,解 jie xie,曾 zeng ceng,仇 qiu chou,' +
  '都 du dou,调 diao tiao,传 chuan zhuan,藏 cang zang,盛 sheng cheng,参 can shen,柏 bai bo,薄 bo bao,宿 su xiu,莘 xin shen,' +
  '弹 tan dan,泊 bo po,查 cha zha,区 qu ou,朴 pu piao,尉 wei yu,翟 zhai di,缪 miao mou,降 jiang xiang,卡 ka qia,省 sheng xing,' +
  '校 xiao jiao,率 lv shuai,会 hui kuai,便 bian pian,觉 jue jiao,折 zhe she,屏 ping bing,绿 lv lu,六 liu lu,蚌 bang beng,' +
  '埔 pu bu,番 fan pan,莞 guan wan,隽 juan jun,钥 yao yue,轧 zha ya,炮 pao bao,铅 qian yan,镐 gao hao,蔓 man wan,壳 ke qiao,' +
  '角 jiao jue,盖 gai ge,辟 pi bi,奇 qi ji,洗 xi xian,秘 mi bi,员 yuan yun,种 zhong chong,贾 jia gu,隗 kui wei,覃 qin tan,' +
  '晟 sheng cheng,茜 xi qian,圩 xu wei,堡 bao pu,弄 nong long,巷 xiang hang,模 mo mu,万 wan mo,俟 qi si,召 zhao shao,' +
  '乘 cheng sheng';

/** Character → its readings without tone, the usual one first. */
export const otherReadings: ReadonlyMap<string, readonly string[]> = new Map(
  table.split(',').map((entry) => {
    const [character = '', ...readings] = entry.split(' ');
    return [character, readings];
  }),
);
