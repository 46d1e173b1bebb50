import type { drift as english } from '../en/drift.ts'

export const drift: typeof english = {
  table: ({ table, known }) => `表“${table}”从未审定；策略里有的表：${known}`,
  noTable: ({ table }) => `表“${table}”从未审定，而策略规定 unreviewed: refuse（未审定即拒绝）`,
  hintTable: '如果它就是已审定的表，只是文件名不同，请用原来的表名：--name 文件=表名',
  hintReview: ({ policy }) => `逐个决定：datadeed review 导出文件… --policy ${policy}，会说明理由`,
  hintStrict: '或不经审定：用 --unreviewed seal-strict，把有变化的列封存给读取方最少的数据舱，并列入报告',
  new: ({ table, column, type }) =>
    `表“${table}”多出了“${column}”列${type === undefined ? '' : `（看起来是 ${type}）`}`,
  renamed: ({ table, column, was }) => `表“${table}”少了“${was}”列，多了“${column}”列：是改名了吗？`,
  dropped: ({ was }) => `策略规定不交接“${was}”，所以换了名字也不封存`,
  gone: ({ table, column, nearest }) =>
    `表“${table}”没有“${column}”列${nearest === undefined ? '' : `，最接近的是“${nearest}”`}`,
  hintGone: '或改正策略里的列名，或删去该行，然后重新执行同一命令',
  type: ({ table, column, was, type, percent }) =>
    `表“${table}”的“${column}”列审定时是 ${was}，现在是 ${type}（把握 ${percent}%）`,
  passedTable: ({ table, how }) =>
    how === 'strict'
      ? `未审定：表“${table}”，已封存给读取方最少的数据舱`
      : `未审定：表“${table}”，已按自动判断封存`,
  passedNew: ({ table, column, was, compartment }) =>
    `未审定：表“${table}”新增的“${column}”列${was === undefined ? '' : `（可能由“${was}”改名）`}，已封存在 ${compartment}`,
  passedGone: ({ table, column }) => `审定后消失：表“${table}”的“${column}”列`,
  passedType: ({ table, column, before, now, compartment }) =>
    `与审定时不同：表“${table}”的“${column}”列原为 ${before}，现为 ${now}，已封存在 ${compartment}`,
  comparedTable: ({ file, name }) => `${file}（表“${name}”）`,
  headings: ['封存时', '变化', '列', '审定时', '现在', '理由'],
  outcomes: {
    refused: '拒绝',
    strict: '读取方最少的舱',
    classified: '按自动判断',
    noted: '照常',
  },
  kinds: {
    table: '新表',
    new: '新增',
    renamed: '改名？',
    gone: '消失',
    type: '类型不同',
    compartment: '数据舱不同',
  },
  nothingDiffers: ({ path }) => `与 ${path} 没有任何不同。`,
  nothingReviewed: ({ path }) => `${path} 没有列出任何表，无从比较。`,
  differs: ({ path, count, refused }) =>
    `与 ${path} 有 ${count} 处不同；${refused === 0 ? '封存照常进行' : `其中 ${refused} 处会使封存停下（退出码 14）`}。`,
  unsureLeft: ({ count, list }) => `还有 ${count} 列等待人工核对（unsure: yes）：${list}`,
}
