/**
 * What the customers of the sample book bought before its day of beginning, from the old books: so that a year is set
 * beside the year before, and RFM has lost customers as well as champions. All of it was paid. All of it is made up.
 */
export interface PastOrder {
  /** Short name. */
  readonly customer: string;
  readonly daysAgo: number;
  readonly code: string;
  readonly quantity: number;
}

/** Customer, then `days ago:code:quantity` of each order. */
const past: readonly (readonly [customer: string, orders: string])[] = [
  [
    '王记建材',
    '155:HY-304-4:520 215:HG-45:480 290:LL-8100:60 352:HY-304-5:300 430:HY-304-4:640 520:DT-265:60 610:HG-45:380 700:HY-304-4:500',
  ],
  ['恒通装饰', '160:DT-265:120 240:HY-304-4:700 300:DT-265:20 340:DT-265:90 480:HG-50:300 640:HY-304-4:480'],
  ['之江建工', '170:GQ-M20:5200 260:LL-10120:180 380:ZG-50:260 560:GQ-M20:4200'],
  [
    '金源装饰城',
    '185:HG-50:900 250:HG-45:1100 300:HY-304-5:620 390:HG-50:1300 450:HG-45:1200 530:HY-304-4:900 620:HG-50:1000 690:HG-45:800',
  ],
  ['宏远门窗', '180:HL-LHJ:900 270:HL-LHJ:1100 420:QG-115:160 600:HL-LHJ:800'],
  [
    '兴达五金',
    '152:LL-8100:40 200:ZG-ST4:260 255:LL-8100:52 330:LL-8100:38 410:ZG-ST4:300 500:LL-8100:30 590:LL-8100:36',
  ],
  ['明珠物业', '210:MJ-200:14 330:MJ-200:30 365:SX-C:120 510:MJ-200:10'],
  ['金盾锁业', '190:SX-C:220 280:SX-C:260 400:SX-C:300 570:SX-C:180'],
  ['大江东钢构', '175:GQ-M20:9800 310:GQ-M20:2400 470:ZG-50:90'],
  ['顺昌木业', '165:HG-45:300 320:LS-304:420 490:HG-45:260'],
  ['海创物业', '230:DS-LED:60 440:SX-C:48'],
  ['永利管件', '195:ZG-25:140 275:ZG-25:180 350:ZG-50:60 460:ZG-25:150 650:ZG-25:120'],
  ['运河装饰', '205:BL-750:300 395:BL-750:420 580:HG-45:90'],
  ['文三灯饰', '345:DS-LED:90 540:DS-LED:50'],
  ['新天地五金', '220:ZG-ST4:180 300:JD-KC:120 375:ZG-ST4:150 455:QG-115:40 615:ZG-ST4:120'],
  ['绿野园林', '285:TL-1250:12 630:TL-1250:20'],
  ['新安水电', '180:ZG-25:70 415:ZG-25:60'],
  ['宏达阀门', '335:ZG-50:70 505:ZG-50:85'],
  ['永固建材', '245:LL-10120:30 310:LL-10120:95 435:LL-8100:24'],
  ['春江水暖', '360:ZG-25:72 550:ZG-25:30'],
  ['美佳橱柜', '265:HG-45:960'],
  ['老周五金', '240:ZG-ST4:460 370:ZG-ST4:110 475:JD-KC:60 670:ZG-ST4:90'],
  ['鹏达工具', '465:QG-115:70'],
  ['秦山物资', '315:GQ-M20:2600 525:LL-10120:120 680:GQ-M20:3400'],
  ['富强木业', '270:LS-304:420 445:LS-304:160'],
  ['西子维保', '295:DS-LED:90'],
  ['众安消防', '225:ZG-50:96 385:ZG-50:95'],
  ['莫干山民宿', '260:SX-C:90 425:SX-C:26'],
  ['双喜五金', '535:JD-KC:40'],
  ['万家电器', '305:JD-KC:200 485:JD-KC:120'],
  ['恒力紧固件', '605:GQ-M20:900'],
  ['竹缘家居', '198:LS-304:160'],
  ['曾氏门窗', '158:HL-LHJ:1500 250:HL-LHJ:2000'],
  ['博雅学校', '235:DS-LED:40'],
];

export const samplePastOrders: readonly PastOrder[] = past.flatMap(([customer, orders]) =>
  orders.split(' ').map((order) => {
    const [daysAgo = '', code = '', quantity = ''] = order.split(':');
    return { customer, daysAgo: Number(daysAgo), code, quantity: Number(quantity) };
  }),
);
