import type { drillHistory as english } from '../en/drill-history.ts'

export const drillHistory: typeof english = {
  onlyHistory: (p) => `只能与 --history 同用：${p.flags}`,
  notWithHistory: (p) => `不能与 --history 同用（它不恢复任何内容）：${p.flags}`,
  title: (p) => `“${p.series}”的恢复演练`,
  none: '还没有演练：datadeed backup drill --series 文件夹 --key 读取方.key',
  headings: [
    '时间 (UTC)',
    '结论',
    '交接包',
    '目标',
    '恢复用时',
    '比对用时',
    '行',
    '交接包大小',
    '数据新旧',
    '签名人',
  ],
  passed: '通过',
  failed: (p) => `失败，于${p.step}：${p.code}`,
  summary: (p) => `演练 ${p.drills} 次：通过 ${p.passed}，失败 ${p.failed}`,
  recovery: (p) => `通过者的恢复用时：中位数 ${p.median}，最长 ${p.longest}`,
  older: (p) => `更早而未显示的：${p.count}`,
  unbelieved: (p) => `不计入的报告：${p.count}`,
  kicker: '恢复演练',
  lead: (p) =>
    p.passed
      ? `最近一次演练通过：${p.at}（本页生成前 ${p.age}），第 ${p.sequence} 号在 ${p.recovery} 内恢复，每个单元格都已比对。`
      : `最近一次演练失败。最近一次通过是 ${p.at}（本页生成前 ${p.age}）：第 ${p.sequence} 号，恢复用时 ${p.recovery}。`,
  leadNone: '该系列还没有通过的演练。',
  facts: {
    drills: '演练',
    passed: '通过',
    failed: '失败',
    median: '恢复用时中位数',
    longest: '最长恢复用时',
    age: '距最近一次通过',
  },
  pictureTitle: '历月情况',
  recoveryAxis: '恢复用时',
  sizeAxis: '交接包大小',
  pictureAbout: (p) =>
    `${p.drills} 次演练的恢复用时与大小，最早的在左：通过 ${p.passed} 次，失败 ${p.failed} 次。`,
  caption: '圆点是通过的演练；叉号是失败的，未得出用时或大小者画在底线上。恢复用时为取回加恢复，比对另计。',
  tableTitle: '每一次演练，最近的在前',
  unbelievedTitle: '不计入的报告',
  limitsTitle: '本页说明什么，不说明什么',
  limits: [
    '每次演练都把一个交接包按真正恢复的同一过程恢复到专设之处，比对了密钥能打开的每个单元格，随后删除。',
    '生成本页时，已核对每份报告的签名。本页本身没有签名：可如下重新生成，或核对某一份报告。',
    '存放系列的一方可以拿走报告；缺失的报告可能使演练显得更少或更好，但不会显得更新。',
  ],
  foot: (p) => `${p.at} 由 ${p.program} ${p.version} 生成；系列 ${p.id}。`,
}
