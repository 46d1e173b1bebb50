import type { classify as english } from '../en/classify.ts'

export const classify: typeof english = {
  header: ({ word, language }) => `表头含义为“${word}”（${language}）`,
  headerPart: ({ word, language }) => `表头中含有“${word}”（${language}）`,
  headerOverruled: ({ word }) => `表头写的是“${word}”，但单元格内容不符`,
  checksum: ({ type, percent }) => `非空单元格中有 ${percent}% 通过 ${type} 的校验位`,
  shape: ({ type, percent }) => `非空单元格中有 ${percent}% 符合 ${type} 的格式`,
  embedded: ({ what, percent }) => `${percent}% 的文本中夹带 ${what}`,
  scan: ({ what, cells, atLeast }) => `全表扫描发现${atLeast ? '至少' : ''} ${cells} 个单元格含有 ${what}`,
  owner: ({ word }) => `表头中有“${word}”：属于商家或机构，不属于个人`,
  child: '该表涉及儿童，其各列按特别保护处理',
  payrollTable: '同表其他列是工资信息',
  animal: '这一列描述的是动物，而不是人',
  goodsTable: '同表其他列是商品信息',
  medicalTable: '同表其他列是健康信息',
  fewValues: ({ distinct }) => `只有 ${distinct} 种取值反复出现`,
  masked: ({ percent }) => `非空单元格中有 ${percent}% 已打码；打码后仍属个人信息`,
  blank: '整列没有内容',
  unsure: '表头和内容都不足以判断，先按受保护处理，请人工确认',
  unexamined: ({ cells }) => `有 ${cells} 个单元格过长，只检查了一部分`,
  columnsUnexamined: ({ cells, columns }) => `有 ${cells} 个单元格未经充分检查：${columns}`,
  hintUnexamined:
    '请查看这些列，并在策略中作出决定（datadeed classify 导出文件… --write-policy datadeed.yaml）',
}
