import type { restore as english } from '../en/restore.ts'

export const restore: typeof english = {
  fileExists: (p) => `“${p.path}”已存在，未写入任何内容`,
  chooseFolder: '用 -o 另选一个文件夹，或先把该文件移走',
  insideDeed: (p) => `“${p.path}”就是交接包本身或位于其中，未写入任何内容`,
  notAFolder: (p) => `“${p.path}”不是文件夹，或者是一个链接`,
  folderSwapped: (p) => `恢复期间，文件夹“${p.path}”被换成了另一个`,
  foreignPreamble: (p) => `表“${p.table}”：各行之前的内容不是各列的表头，或者多出了别的内容`,
  badPath: (p) => `表“${p.table}”：有列名不是成员路径，而来自 JSON 的表应当如此`,
  deepPath: (p) => `表“${p.table}”：有列名所指的成员嵌套超过 ${p.most} 层`,
  foreignCell: '有单元格并非交接包所称的 JSON；生成该交接包的程序有误',
  askSeller: '请向卖方重新索取交接包；没有恢复任何内容',
  unknownCompartments: (p) => `此交接包没有数据舱 ${p.names}；现有：${p.known}`,
  compartmentsNotOpened: (p) => `这把密钥打不开：${p.names}`,
  askForCompartment: '不要写进 --compartments，或请卖方为你授权',
  readBackDiffers: (p) => `回读“${p.file}”，与写入的内容不符；没有恢复任何内容`,
  hintReadBack: '磁盘或其通路有故障：请恢复到另一块磁盘，不要再信任这一块',
  nothingOpens: '这把密钥打不开此交接包的任何数据舱',
}
