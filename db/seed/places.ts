import type { Random } from './random.ts';

export interface Place {
  readonly province: string;
  readonly city: string;
  readonly district: string;
}

/** Real places, as people write them; the wholesaler's own surroundings first. `weight`: customers per thousand, roughly. */
const cities: readonly {
  readonly province: string;
  readonly city: string;
  readonly weight: number;
  readonly districts: string;
}[] = [
  {
    province: '浙江省',
    city: '杭州市',
    weight: 300,
    districts: '上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 临平区 钱塘区 富阳区 临安区 桐庐县 淳安县 建德市',
  },
  { province: '浙江省', city: '绍兴市', weight: 90, districts: '越城区 柯桥区 上虞区 诸暨市 嵊州市 新昌县' },
  { province: '浙江省', city: '湖州市', weight: 70, districts: '吴兴区 南浔区 德清县 长兴县 安吉县' },
  { province: '浙江省', city: '嘉兴市', weight: 70, districts: '南湖区 秀洲区 海宁市 平湖市 桐乡市 嘉善县 海盐县' },
  {
    province: '浙江省',
    city: '宁波市',
    weight: 80,
    districts: '海曙区 江北区 北仑区 镇海区 鄞州区 奉化区 余姚市 慈溪市 宁海县 象山县',
  },
  {
    province: '浙江省',
    city: '金华市',
    weight: 70,
    districts: '婺城区 金东区 义乌市 东阳市 永康市 兰溪市 浦江县 武义县',
  },
  {
    province: '浙江省',
    city: '温州市',
    weight: 40,
    districts: '鹿城区 龙湾区 瓯海区 瑞安市 乐清市 永嘉县 平阳县 苍南县',
  },
  {
    province: '浙江省',
    city: '台州市',
    weight: 35,
    districts: '椒江区 黄岩区 路桥区 温岭市 临海市 玉环市 天台县 仙居县',
  },
  { province: '浙江省', city: '衢州市', weight: 15, districts: '柯城区 衢江区 江山市 常山县 开化县 龙游县' },
  { province: '浙江省', city: '丽水市', weight: 12, districts: '莲都区 龙泉市 青田县 缙云县 遂昌县 松阳县' },
  { province: '浙江省', city: '舟山市', weight: 8, districts: '定海区 普陀区 岱山县 嵊泗县' },
  {
    province: '上海市',
    city: '上海市',
    weight: 45,
    districts: '浦东新区 闵行区 宝山区 嘉定区 松江区 青浦区 奉贤区 金山区',
  },
  {
    province: '江苏省',
    city: '苏州市',
    weight: 40,
    districts: '姑苏区 吴中区 相城区 虎丘区 吴江区 昆山市 常熟市 张家港市 太仓市',
  },
  { province: '江苏省', city: '无锡市', weight: 20, districts: '梁溪区 锡山区 惠山区 滨湖区 新吴区 江阴市 宜兴市' },
  {
    province: '江苏省',
    city: '南京市',
    weight: 20,
    districts: '玄武区 秦淮区 建邺区 鼓楼区 浦口区 栖霞区 江宁区 六合区',
  },
  { province: '安徽省', city: '合肥市', weight: 15, districts: '瑶海区 庐阳区 蜀山区 包河区 肥东县 肥西县' },
  { province: '安徽省', city: '黄山市', weight: 8, districts: '屯溪区 徽州区 歙县 休宁县' },
  { province: '江西省', city: '上饶市', weight: 10, districts: '信州区 广丰区 玉山县 德兴市 婺源县' },
  { province: '福建省', city: '福州市', weight: 8, districts: '鼓楼区 台江区 仓山区 晋安区 闽侯县 福清市' },
  { province: '广东省', city: '佛山市', weight: 12, districts: '禅城区 南海区 顺德区 三水区 高明区' },
  { province: '广东省', city: '深圳市', weight: 8, districts: '福田区 罗湖区 南山区 宝安区 龙岗区 龙华区' },
  { province: '湖北省', city: '武汉市', weight: 8, districts: '江岸区 江汉区 硚口区 武昌区 洪山区 东西湖区' },
  { province: '四川省', city: '成都市', weight: 8, districts: '锦江区 青羊区 武侯区 成华区 新都区 双流区' },
  { province: '重庆市', city: '重庆市', weight: 6, districts: '渝中区 江北区 沙坪坝区 九龙坡区 巴南区' },
  { province: '北京市', city: '北京市', weight: 6, districts: '朝阳区 海淀区 丰台区 大兴区 通州区' },
  { province: '山东省', city: '临沂市', weight: 8, districts: '兰山区 罗庄区 河东区 莒南县' },
];

const weighted = cities.map((entry) => [{ ...entry, districts: entry.districts.split(' ') }, entry.weight] as const);

/** Every district there is, one's own city first. */
const places: readonly Place[] = cities.flatMap(({ province, city, districts }) =>
  districts.split(' ').map((district) => ({ province, city, district })),
);
export const mostDistricts = places.length;

/** `districts`: how many there are to choose from, the nearest; null: the whole region, far ones seldom. */
export function aPlace(random: Random, districts: number | null = null): Place {
  if (districts !== null) return random.pick(places.slice(0, districts));
  const { province, city, districts: ofCity } = random.weighted(weighted);
  return { province, city, district: random.pick(ofCity) };
}

const roads =
  '人民路 中山路 解放路 建设路 文一西路 古墩路 莫干山路 东新路 机场路 迎宾大道 振兴路 通惠路 市心路 育才路 工业大道 兴业路 创业路 环城东路 金城路 商城路 五金城路 良渚路 文三路 江南大道 滨盛路 九环路 康桥路 石祥路 秋涛路 景芳路'.split(
    ' ',
  );

export function anAddress(random: Random): string {
  const road = `${random.pick(roads)}${random.between(1, 1280)}号`;
  return random.weighted([
    [road, 4],
    [`${road}${random.between(1, 28)}幢${random.between(1, 6)}0${random.between(1, 9)}室`, 3],
    [`五金机电市场${random.pick(['A', 'B', 'C', 'D'])}区${random.between(1, 320)}号`, 2],
    [`${road}（${random.pick(['加油站', '农商银行', '邮政所', '菜场', '小学'])}对面）`, 1],
  ]);
}

/** 市, 区, 县 left out, as in a firm's name: 余杭区 → 余杭; a two-character place stays whole (歙县). */
export function shortPlace(name: string): string {
  return name.length > 2 ? name.replace(/(?:新区|市|区|县)$/, '') : name;
}
