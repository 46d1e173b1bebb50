import type { drill as english } from '../en/drill.ts'

export const drill: typeof english = {
  contradicts: (p) => `${p.name} 自相矛盾：没有演练会这样结束`,
  noCard: '其中没有签名人的名片',
  notBelieved: '签名人既不是系列的读取方，也不是本机信任的名片',
  otherPlace: '签名有效，但属于另一系列或另一文件名',
  steps: {
    find: '寻找交接包',
    fetch: '取回',
    prepare: '建立目标',
    restore: '恢复',
    compare: '比对',
    delete: '删除目标',
  },
  targets: { folder: '文件', sqlite: 'SQLite 文件', postgres: 'PostgreSQL' },
  paper: (p) => `${p.file}：演练${p.passed ? '通过' : '失败'}；由 ${p.signer} 签于 ${p.created}`,
  deed: (p) => `交接包       系列第 ${p.sequence} 号，${p.deedId}`,
  noDeed: '交接包       无法指明',
  failure: (p) => `失败于       ${p.step}：${p.code}`,
  target: (p) => `恢复到       ${p.target}，使用专用名称，随后删除`,
  counts: (p) => `已比对       表 ${p.tables}，行 ${p.rows}，单元格 ${p.cells}（交接包 ${p.bytes}）`,
  recovery: (p) => `恢复用时     ${p.recovery}（取回 ${p.fetch}，恢复 ${p.restore}）；另比对 ${p.compare}`,
  notReached: '-',
  age: (p) => `数据         演练开始时已有 ${p.age}（封存于 ${p.sealed}）`,
  ageCurrent: (p) => `             其后至演练前 ${p.age} 已知未变（${p.current}）`,
  closed: (p) => `未尝试       ${p.names}：属于其他读取方`,
  newestPassed: (p) =>
    `最新演练     ${p.created} 通过，${p.age}前：第 ${p.sequence} 号，恢复用时 ${p.recovery}`,
  nonePassed: '最新演练     还没有通过的：datadeed backup drill --series 文件夹 --key 读取方.key',
  newestFailed: (p) => `             但最近一次 ${p.created}（${p.age}前）失败，于${p.step}：${p.code}`,
  unbelieved: (p) => `不计入：drills/${p.name}：${p.why}`,
}
