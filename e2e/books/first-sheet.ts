import ExcelJS from 'exceljs';

/** What an owner keeps today: titles, a banner over the heads, people and phones in one cell, dates in every hand. */
export const firstSheet = {
  headerRow: 4,
  /** As they come in, with the number of their row in the file. */
  customers: {
    wang: { row: 5, name: '杭州王记五金商行', phone: '0571-88123456' },
    dexin: { row: 6, name: '德鑫紧固件（余姚）有限公司', phone: '15158012345' },
    jiang: { row: 7, name: '蒋记水暖', phone: '' },
    impossibleDay: { row: 8, name: '宁波海曙永固建材经营部', phone: '057487654321' },
    li: { row: 10, name: '李氏门窗', phone: '008613700137001' },
  },
  impossibleDay: '2026.2.30',
  repeatedHeader: 9,
  /** Row 11 is row 6 once more. */
  duplicate: 11,
} as const;

const head = ['客户名称', '联系人', '电话', '区县', '合作起始', '下次拜访', '备注'];

export async function writeFirstSheet(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('客户登记');
  const { wang, dexin, jiang, impossibleDay, li } = firstSheet.customers;
  sheet.addRow(['2026 年客户登记表']);
  sheet.addRow(['请各业务员每周五前填好，红色为必填']);
  sheet.addRow(['基本信息', null, null, null, '往来', null, null]);
  sheet.addRow(head);
  sheet.addRow([wang.name, '张三 13800138000', wang.phone, '上城区', '2026.3.5', '12月5日', '老客户，月结']);
  sheet.addRow([dexin.name, '陈丽 13958126630', 15158012345, '余姚市', '2024/11/2', null, null]);
  sheet.addRow([jiang.name, '蒋国强', null, '滨江区', '2025年1月20日', '3月5日', null]);
  sheet.addRow([
    impossibleDay.name,
    '周敏 13600136000',
    impossibleDay.phone,
    '海曙区',
    firstSheet.impossibleDay,
    null,
    null,
  ]);
  sheet.addRow(head);
  sheet.addRow([li.name, '李四', li.phone, '临平区', new Date(Date.UTC(2025, 5, 1)), null, '=备注不是公式']);
  sheet.addRow([dexin.name, '陈丽 13958126630', 15158012345, '余姚市', '2024/11/2', null, null]);
  sheet.mergeCells('A1:G1');
  sheet.mergeCells('A2:G2');
  sheet.mergeCells('A3:D3');
  sheet.mergeCells('E3:G3');
  sheet.getColumn(5).numFmt = 'yyyy/m/d';
  await workbook.xlsx.writeFile(file);
}
