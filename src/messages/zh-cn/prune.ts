import type { prune as english } from '../en/prune.ts'

const guards = {
  hold: '处于保留状态',
  newest: '是最新的完好交接包，或比它还新',
  drill: '是最近一次通过演练的交接包',
  form: '不是文件夹，无法只删除一部分',
}

export const prune: typeof english = {
  noRules: '没有说明保留哪些交接包：没有 --keep-…，没有 --remove，策略的 backup 下也没有 retention',
  noRulesHint: '例如：--keep-last 3 --keep-daily 7 --keep-weekly 5 --keep-monthly 12 --keep-yearly 10',
  rulesAndNames: '--remove 直接指定要清理的交接包，不能与 --keep-… 同用',
  notANumber: (p) => `--${p.flag} 应为交接包的序号（见 datadeed backup list），得到的是“${p.got}”`,
  noDeed: (p) => `系列里没有这样的交接包：${p.numbers.join('、')}`,
  noDeedHint:
    '序号见 datadeed backup list --series 文件夹；未变的一晚，请写它所“同”的那个交接包；策略的 hold 也只能写已有的序号',
  notWhole: (p) => `链不完整，没有清理任何内容：${p.why}`,
  notWholeHint: '请先查明原因：datadeed backup verify --series 文件夹',
  noGood: '没有清理任何内容：系列里没有一个交接包与签名时一致',
  damaged: (p) => `${p.name} 与签名时不一致（${p.why}）；它会保留，最新的完好交接包也会保留`,
  heldTooLate: (p) => `第 ${p.sequence} 号要求保留，但内容此前已由第 ${p.by} 号清理`,
  prunedBefore: (p) => `第 ${p.sequence} 号此前已由第 ${p.by} 号清理`,
  mustStay: (p) =>
    `没有清理任何内容：${p.deeds.map(({ sequence, guard }) => `第 ${sequence} 号${guards[guard]}`).join('；')}`,
  guardHints: {
    hold: '从 --hold 或策略 backup 下的 hold 中去掉它',
    newest: '先封存新的一份：datadeed backup run --always',
    drill: '先用另一个交接包演练：datadeed backup drill --series 文件夹 --key 读取方.key',
    form: '把它恢复成文件夹形式',
  },
  tooMany: (p) => `一次要清理 ${p.got} 个交接包，而一份清理标记最多写 ${p.most} 个：请用 --remove 分批指定`,
  headings: ['序号', '签名时间 (UTC)', '行', '大小', '去留'],
  and: '、',
  kept: {
    last: '最近',
    daily: '每日',
    weekly: '每周',
    monthly: '每月',
    yearly: '每年',
    hold: '要求保留',
    newest: '最新',
    drill: '最近通过演练',
    time: '时间异常',
    form: '不是文件夹',
    unnamed: '未点名',
  },
  removed: '已清理',
  wouldRemove: '将清理',
  done: (p) => `已清理 ${p.removed} 个交接包的内容（${p.bytes}），记入 ${p.mark}；保留 ${p.kept} 个`,
  would: (p) => `将清理 ${p.removed} 个交接包的内容（${p.bytes}），保留 ${p.kept} 个；没有做任何改动`,
  nothing: '没有需要清理的',
  finished: (p) => `已删除上次清理留下的内容：${p.names}`,
  wouldFinish: (p) => `将删除上次清理留下的内容：${p.names}`,
  odd: (p) => `因时间在将来或与前后不符而保留：第 ${p.numbers} 号；仍要清理可用 --remove N`,
  pruneOfOther: (p) => `${p.name} 所清理的，不是现有的第 ${p.sequence} 号交接包`,
  prunePaper: (p) =>
    `${p.file} 是系列中的第 ${p.sequence} 号：清理了 ${p.count} 个交接包，只保留其清单和签名；由 ${p.signer} 签于 ${p.created}`,
  paperRemoved: (p) => `已清理       ${p.numbers}`,
  link: (p) => `清理 ${p.count} 个交接包`,
  deed: (p) => `交接包，内容已由第 ${p.by} 号清理`,
  pruned: (p) => `已清理       ${p.count} 个，保留其清单和签名`,
  verified: (p) => `已清理的交接包：${p.count} 个，已核验所保留的清单和签名`,
  goesOn: (p) => `现在接着删除上次清理留下的内容：${few(p.names)}`,
  removing: (p) => `已清理但内容尚未全部删除：${p.name}；下次 backup run 或 backup prune 会接着删除`,
}

function few(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 4).join('、')}……（共 ${names.length} 个）` : names.join('、')
}
