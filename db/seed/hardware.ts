/** What a hardware wholesaler sells; prices and costs in 1/10,000 yuan, tax included. All of it is made up. */
export interface HardwareProduct {
  readonly name: string;
  readonly code: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitPriceE4: number;
  readonly costE4: number;
}

const row = (
  code: string,
  name: string,
  spec: string,
  unit: string,
  yuan: number,
  costYuan: number,
): HardwareProduct => ({
  code,
  name,
  spec,
  unit,
  unitPriceE4: Math.round(yuan * 10_000),
  costE4: Math.round(costYuan * 10_000),
});

export const hardwareProducts: readonly HardwareProduct[] = [
  row('HY-304-4', '304 不锈钢合页', '4 寸 3.0 厚', '副', 18.5, 12.2),
  row('HY-304-5', '304 不锈钢合页', '5 寸 3.0 厚', '副', 24, 16.1),
  row('DT-265', '地弹簧', '265 型 承重 120 kg', '套', 168, 118),
  row('HG-45', '静音滑轨', '45 cm 三节', '付', 32.8, 22.5),
  row('HG-50', '静音滑轨', '50 cm 三节', '付', 36.5, 25.3),
  row('LL-8100', '膨胀螺栓', 'M8×100', '箱', 142, 103),
  row('LL-10120', '膨胀螺栓', 'M10×120', '箱', 186, 137),
  row('GQ-M20', '高强螺栓', 'M20×80 10.9 级', '套', 6.85, 4.9),
  row('ZG-25', '镀锌管', 'DN25 6 米', '根', 76.4, 66.2),
  row('ZG-50', '镀锌管', 'DN50 6 米', '根', 148.6, 131),
  row('SX-C', '防盗锁芯', 'C 级 70 mm', '只', 58, 38.6),
  row('MJ-200', '门禁锁', '单门磁力 280 kg', '套', 235, 171),
  row('HL-LHJ', '铝合金滑轮', '80 型', '只', 9.2, 5.8),
  row('ZG-ST4', '自攻钉', 'ST4.2×25', '盒', 11.5, 7.4),
  row('LS-304', '不锈钢拉手', '128 孔距', '只', 14.2, 8.9),
  row('JD-KC', '角码', '40×40 加厚', '包', 26, 17.5),
  row('QG-115', '切割片', '115×1.0', '盒', 45, 31),
  row('BL-750', '玻璃胶', '中性 750 克', '支', 16.8, 11.6),
  row('DS-LED', 'LED 工作灯', '50 W', '只', 62, 44),
  row('TL-1250', '铁丝网', '1.2×50 米', '卷', 318, 262),
];
