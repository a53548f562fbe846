import { isHan } from '../core/fold-text.ts';

const singleSurnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(
    '',
  ),
);

const doubleSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 西门 第五 拓跋'.split(
    ' ',
  ),
);

/** 张经理, 李总, 王厂长: how sheets write a person whose given name nobody noted. */
const addressedAs =
  /(?:先生|女士|小姐|老师|师傅|经理|总经理|总监|总|主任|厂长|店长|科长|处长|局长|部长|院长|校长|所长|书记|老板|工程师|工|会计|医生|律师|教授|董事长|董|主管|组长|队长)$/;

/** Endings of places and firms that two to four characters may well have: 金店, 黄山市, 高新区. */
const notAPerson =
  /(?:公司|集团|厂|店|馆|行|部|院|校|所|局|处|社|铺|坊|园|城|村|镇|乡|县|市|省|区|路|街|楼|厅|站|场|科技|贸易|五金|电子|商贸|建材|实业|工业|食品|服饰|酒店|超市|药房|银行|石化|电力|能源|物流|广告)$/;

/**
 * True for what reads as a Chinese person's name: a family name and one or two characters more, or a family name with
 * a form of address (张经理). A guess from the shape alone, for choosing readings and columns, never for changing data.
 */
export function looksLikePersonName(text: string): boolean {
  if (text.length > 16) return false;
  const characters = [...text.trim()];
  if (characters.length < 2 || characters.length > 6 || !characters.every(isHan)) return false;
  const family = familyNameLength(characters);
  if (family === 0) return false;
  const rest = characters.slice(family).join('');
  if (addressedAs.test(rest)) return true;
  return characters.length - family <= 2 && characters.length > family && !notAPerson.test(characters.join(''));
}

/** How many characters at the start are a family name: 2 for 欧阳, 1 for 王, 0 when none is known. */
function familyNameLength(characters: readonly string[]): 0 | 1 | 2 {
  const [first = '', second = ''] = characters;
  if (characters.length > 2 && doubleSurnames.has(first + second)) return 2;
  return singleSurnames.has(first) ? 1 : 0;
}
