import type { xlsx as english } from '../en/xlsx.ts'

const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`

export const xlsx: typeof english = {
  notWorkbook: ({ path, what }) => `“${path}”不是可以读取的工作簿，其内容是${what}`,
  notWorkbookAtAll: ({ path }) => `“${path}”不是 Excel 工作簿（工作簿应为 ZIP 压缩包）`,
  noWorkbook: ({ path }) => `“${path}”是 ZIP 压缩包，但里面没有 Excel 工作簿`,
  binaryWorkbook: ({ path }) => `“${path}”是二进制工作簿（.xlsb），不能读取`,
  damagedArchive: ({ path }) => `“${path}”不是完好的 ZIP 压缩包：被截断、损坏或结构有误`,
  doublePart: ({ path, part }) => `“${path}”中有两个名为“${part}”的部件，不同程序会各认一个`,
  missingPart: ({ path, part }) => `“${path}”缺少部件“${part}”`,
  encryptedPart: ({ path }) => `“${path}”是加密的 ZIP 压缩包`,
  brokenPart: ({ path, part }) => `“${path}”的部件“${part}”不是工作簿在此处应有的内容`,
  documentType: ({ path, part }) => `“${path}”的部件“${part}”声明了文档类型（DOCTYPE），工作簿不会有`,
  tooManyParts: ({ path, got, most }) => `“${path}”有 ${got} 个部件，最多读取 ${most} 个`,
  partTooLong: ({ path, part, most }) => `“${path}”的部件“${part}”解压后超过 ${mib(most)}`,
  partTooDense: ({ path, part, most }) => `“${path}”的部件“${part}”解压后超过原大小的 ${most} 倍`,
  pieceTooLong: ({ path, part, most }) => `“${path}”的部件“${part}”中有一段文字超过 ${mib(most)}`,
  tooDeep: ({ path, part, most }) => `“${path}”的部件“${part}”中元素嵌套超过 ${most} 层`,
  tooManyStrings: ({ path, strings, bytes }) =>
    `“${path}”中不同的文字超过 ${strings} 条，或合计超过 ${mib(bytes)}`,
  halfCharacter: ({ path, part }) => `“${path}”的部件“${part}”中有半个代理对，不成字符`,
  unreadableCell: ({ path, cell, type }) => `“${path}”单元格 ${cell}：其值与类型“${type}”不符`,
  noCachedValue: ({ path, cell, cells }) => `“${path}”有 ${cells} 个公式没有计算结果，第一个在单元格 ${cell}`,
  mergedTitle: ({ path, row, below, names }) =>
    `“${path}”：第 ${row} 行是合并的标题，不是表头；表头像是第 ${below} 行（${names} 个列名）`,
  titleRow: ({ path, row, cells, below, names }) =>
    `“${path}”：第 ${row} 行只有 ${cells} 个单元格；表头像是第 ${below} 行（${names} 个列名）`,
  unnamedColumns: ({ path, row, columns, cells }) =>
    `“${path}”：第 ${row} 行的表头没有给 ${columns} 列命名，而其下有 ${cells} 个单元格有内容`,
  valuesAsNames: ({ path, row, columns }) =>
    `“${path}”：第 ${row} 行应为表头，但 ${columns} 列是数字、日期之类；列名不加密`,
  emptyHeaderRow: ({ path, row }) => `“${path}”：指定第 ${row} 行为表头，但该行为空`,
  tooManyFooterRows: ({ path, got, rows }) =>
    `“${path}”：--footer-rows ${got} 要去掉的行数多于现有的 ${rows} 行`,
  sheetFaults: ({ path, sheets, list }) => `“${path}”有 ${sheets} 个工作表不能照原样读取：\n  ${list}`,
  noSuchSheet: ({ path, sheet, sheets }) => `“${path}”没有工作表“${sheet}”，有：${sheets}`,
  noCellSheet: ({ path, sheet }) => `“${path}”的工作表“${sheet}”是图表之类，没有单元格`,
  empty: ({ path }) => `“${path}”没有可封存的可见工作表`,
  notForWorkbooks: ({ path, flag }) => `--${flag} 与“${path}”无关：工作簿自己写明`,
  onlyForWorkbooks: ({ flag }) => `--${flag} 用于 Excel 工作簿，而导出文件中没有工作簿`,
  notARow: ({ flag, got }) => `--${flag} 应为 1 以上的数字，或“工作表=数字”，不能是“${got}”`,
  hintSaveAgain: '请用 Excel、WPS 或 LibreOffice 打开，检查是否完整，再另存为 .xlsx',
  hintSaveAsXlsx: '请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx',
  hintRenameCsv: '如果是文本文件，请把扩展名改为 .csv',
  hintPassword: '请用密码打开，取消密码，再另存为 .xlsx',
  hintSplitWorkbook: '请把工作簿拆成几个',
  hintCalculate: '请用 Excel、WPS 或 LibreOffice 打开（会重新计算），再保存',
  hintNameColumns: '请在副本中给每一列取一个不重复的列名',
  hintThisHeaderRow: ({ row }) => `如果是：--header-row ${row}`,
  hintHeaderRow: '如果表头在别的行：--header-row 行号',
  hintNoHeader: '如果没有表头：--no-header',
  hintHeader: '如果这些确实是列名：--header',
  hintFooterRows: '请重新数一数表尾以下的行数',
  hintSheet: '只选某些工作表：--sheet 名称',
  hintEmpty: '请重新导出，并检查是否写出了数据行',
  hiddenSheet: ({ sheet }) => `工作表“${sheet}”是隐藏的，且有内容：除非用 --sheet 指定，否则不封存`,
  sheetLeftOut: ({ sheet }) => `工作表“${sheet}”不封存：--sheet 没有指定它`,
  emptySheet: ({ sheet }) => `工作表“${sheet}”是空的`,
  noCells: ({ sheet }) => `工作表“${sheet}”是图表之类，不封存`,
  totalRow: ({ sheet, row, footerRows }) =>
    `工作表“${sheet}”：第 ${row} 行像是合计或备注，将作为普通行封存；如要去掉：--footer-rows ${footerRows}`,
  hiddenRows: ({ sheet, rows }) => `工作表“${sheet}”：${rows} 个隐藏行与其他行一样封存`,
  links: ({ sheet, links }) => `工作表“${sheet}”：${links} 个超链接只封存文字，不封存链接地址`,
  comments: ({ sheet, comments }) => `工作表“${sheet}”：${comments} 条批注不封存`,
  pictures: ({ path, pictures }) => `“${path}”：${pictures} 张图片不封存`,
  macros: ({ path }) => `“${path}”：其中的宏不会运行，也不封存`,
}
