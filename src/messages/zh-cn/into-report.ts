import type { intoReport as english } from '../en/into-report.ts'

export const intoReport: typeof english = {
  restored: (p) =>
    `已把 ${p.rows} 行恢复到 ${p.into}，用时 ${p.time}；其中 ${p.readBack} 用于读回并与交接包逐格比对`,
  dry: (p) => `演练：将把 ${p.rows} 行恢复到 ${p.into}；未写入任何内容`,
  headings: ['表', '行数', '列数', '数据库中的名称', ''],
  done: { made: '新建', replaced: '已替换', appended: '已追加' },
  renamed: '有些名称数据库不能照用，或在其中会重名，因此改为：',
  renamedColumn: (p) => `表“${p.table}”：列“${p.name}”改名为“${p.column}”`,
  rowNumber: (p) => `表“${p.table}”：“${p.column}”是该行在交接包中的行号，可用来与表的其他部分连接`,
  nulls: 'NULL 表示导出时为空且没有引号，或本来就是 NULL；"" 表示空文本',
  absent: (p) => `${p.tables}：缺失的成员和 null 成员都存为 NULL`,
  listed: '表 datadeed_columns 说明每一列存的是什么，以及它在交接包中的名称',
  commented: '表和列的注释说明每一列存的是什么，以及它在交接包中的名称',
}
