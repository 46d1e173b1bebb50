import type { drift as english } from '../en/drift.ts'

export const drift: typeof english = {
  table: ({ table, known }) => `表“${table}”从未审定；策略里有的表：${known}`,
  noTable: ({ table }) => `表“${table}”从未审定，而策略规定 unreviewed: refuse（未审定即拒绝）`,
  hintTable: '如果它就是已审定的表，只是文件名不同，请用原来的表名：--name 文件=表名',
  new: ({ table, column, type }) =>
    `表“${table}”多出了“${column}”列${type === undefined ? '' : `（看起来是 ${type}）`}`,
  hintNew: ({ policy }) =>
    `新出现的列请审定：datadeed review 导出文件… --policy ${policy}；或用 --unreviewed seal-strict，把它封存给读者最少的数据舱并列入报告`,
  renamed: ({ table, column, was }) => `表“${table}”少了“${was}”列，多了“${column}”列：是改名了吗？`,
  hintRenamed: ({ policy }) =>
    `如果是同一列，请在 ${policy} 里改成新列名；datadeed review 导出文件… --policy ${policy} 可以代劳`,
  dropped: ({ was }) => `策略规定不交接“${was}”，所以换了名字也不封存`,
  gone: ({ table, column, nearest }) =>
    `表“${table}”没有“${column}”列${nearest === undefined ? '' : `，最接近的是“${nearest}”`}`,
  hintGone: '请改正策略里的列名，或删去该行，然后重新执行同一命令',
  type: ({ table, column, was, type, percent }) =>
    `表“${table}”的“${column}”列审定时是 ${was}，现在是 ${type}（把握 ${percent}%）`,
  hintType: ({ policy }) =>
    `查看变化：datadeed classify 导出文件… --policy ${policy}；同意变化：datadeed review 导出文件… --policy ${policy}；否则请改正导出文件`,
  passedTable: ({ table, how }) =>
    how === 'strict'
      ? `未审定：表“${table}”，已封存给读者最少的数据舱`
      : `未审定：表“${table}”，已按自动判断封存`,
  passedNew: ({ table, column, was, compartment }) =>
    `未审定：表“${table}”新增的“${column}”列${was === undefined ? '' : `（可能由“${was}”改名）`}，已封存在 ${compartment}`,
  passedGone: ({ table, column }) => `审定后消失：表“${table}”的“${column}”列`,
  passedType: ({ table, column, before, now, compartment }) =>
    `与审定时不同：表“${table}”的“${column}”列原为 ${before}，现为 ${now}，已封存在 ${compartment}`,
}
