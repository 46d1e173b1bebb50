import type { review as english } from '../en/review.ts'

export const review: typeof english = {
  intro: ({ count, columns }) =>
    `共 ${columns} 列，有 ${count} 个问题要您决定。直接按回车表示同意；输入字母再按回车，执行对应的操作。\n结束前不写入任何内容；按 ^C 则一切不变。`,
  nothing: ({ columns }) => `共 ${columns} 列，没有待决定的问题。`,
  headColumn: ({ at, of, table, column }) => `[${at}/${of}] 表“${table}”的“${column}”列`,
  headTable: ({ at, of, table }) => `[${at}/${of}] 表“${table}”`,
  kinds: {
    unsure: () => '这一列 datadeed 没有把握。',
    chosen: () => '目前的决定：',
    new: () => '新出现的列，策略里没有。',
    table: () =>
      '策略里没有这张表。如果它就是已审定的表，只是文件名不同，请跳过，并用 --name 指定原来的表名。',
    renamed: ({ was }) => `“${was}”不见了，多出了这一列。是同一列改了名吗？`,
    gone: ({ line }) => `策略第 ${line} 行有这一列，导出文件里已经没有了。`,
    type: ({ reviewed }) => `内容与审定时不同，审定时是 ${reviewed}。`,
    compartment: ({ reviewed }) => `应归入的数据舱与审定时不同，审定时是 ${reviewed}。`,
  },
  seen: ({ type, compartment, percent }) =>
    `datadeed 判断为 ${type}，归入 ${compartment}（把握 ${percent}%），理由：`,
  decision: ({ type, compartment, action }) => `=> ${action}：${type}，归入 ${compartment}`,
  enter: ({ does }) => `回车 ${does}`,
  agree: {
    column: '同意',
    changed: '按现在的样子',
    renamed: '是同一列',
    gone: '删去这一行',
    table: '收入这张表',
  },
  keys: {
    n: '不是同一列',
    k: '维持策略原来的决定',
    t: '改类型',
    c: '改数据舱',
    a: '改动作',
    m: '看屏蔽后的单元格',
    s: '跳过',
    b: '返回上一个',
    q: '停下，保留已决定的',
  },
  noSuchKey: ({ keys }) => `请按回车，或输入其中一个字母：${keys}`,
  shapes: '单元格的样子：* 是数字，x 是字母，字 是其他文字；不会写到任何地方。',
  askType: ({ type }) => `  类型？（现为 ${type}；写一部分即可，回车不变）`,
  askCompartment: ({ compartment, list }) =>
    `  ${list}\n  数据舱？（现为 ${compartment}；写编号或名称，回车不变）`,
  askAction: ({ action, list }) => `  ${list}\n  动作？（现为 ${action}；写编号或名称，回车不变）`,
  noneFits: ({ word }) => `  没有“${word}”。请再写一次（回车不变）：`,
  severalFit: ({ list }) => `  有几个符合：${list}。是哪一个？（回车不变）`,
  others: ({ columns }) => `还要改别的列吗？写列名或编号；l 列出全部 ${columns} 列；b 返回；回车则写入策略。`,
  noSuchColumn: ({ word }) => `没有叫“${word}”的列，或不止一列。`,
  askPolicy: '策略文件？（没有则新建）',
  noTerminal: '审阅需要逐列提问，而这里没有终端',
  hintNoTerminal:
    '没有终端时：先 datadeed classify 导出文件… --write-policy datadeed.yaml，再编辑该文件；datadeed classify 导出文件… --policy datadeed.yaml 可查看有哪些不同',
  written: ({ path, count }) => `${path}：决定了 ${count} 列。`,
  made: ({ path, count }) => `${path}：已新建，其中 ${count} 列由您决定。`,
  unchanged: ({ path }) => `${path}：没有作任何决定，内容不变。`,
  left: ({ count }) => `还有 ${count} 个问题留待下次。`,
  removed: ({ name }) => `${name}：已删去`,
  renamed: ({ was, name }) => `${was} 改名为 ${name}`,
  stillUnsure: ({ count }) => `策略中还有 ${count} 列无人核对（unsure: yes）`,
  hintStillUnsure: ({ policy }) => `datadeed review 导出文件… --policy ${policy}`,
  nextWritten: ({ exports, policy }) =>
    `下一步：审阅 ${policy}，可用编辑器，也可逐列回答\n        datadeed review ${exports} --policy ${policy}\n        然后 datadeed seal ${exports} --policy ${policy} --key 我的.key --to 对方.card -o handover.deed`,
  nextReview: ({ exports, policy }) => `下一步：datadeed review ${exports} --policy ${policy}`,
  nextSeal: ({ exports, policy }) =>
    `下一步：datadeed seal ${exports} --policy ${policy} --key 我的.key --to 对方.card -o handover.deed`,
}
