import type { rotate as english } from '../en/rotate.ts'

export const rotate: typeof english = {
  oneFile: '这个交接包是单个文件；只有文件夹形式的交接包才能更换读取方',
  readOtherwise: '写入的内容读回来不一样',
  againHint: '请再执行一次同样的命令；它会接着做',
  nothingAsked: '没有指明任何人：用 --to 写新来的，用 --drop 写离开的，或两者都写',
  both: (p) => `“${p.name}”不能同时来又同时走：--to 和 --drop 都写了它`,
  title: (p) => `系列“${p.name}”现在的读取方`,
  wouldTitle: (p) => `系列“${p.name}”将会有的读取方`,
  headings: ['#', '交接包', '结果', '授权书', '读取方'],
  states: {
    rotated: '已更换',
    finished: '已收尾',
    unchanged: '照旧',
    pruned: '已清理',
    refused: '未更换',
  },
  empty: '还没有交接包',
  counts: (p) => `更换 ${p.changed}，照旧 ${p.same}，未更换 ${p.refused}`,
  refusal: (p) => `- ${p.sentence}`,
  neverAgain: (p) => `其中 ${p.deeds} 个交接包，今后的读取方都无权再更换读取方`,
  neverAgainHint:
    '如果不是有意如此：请换成接替旧名片的名片（datadeed keys rotate 旧密钥.key），或保留一位系列允许授权的读取方；--dry-run 可事先查看',
  limitsTitle: '它做不到的：',
  limits: [
    '此前能打开这些交接包的人，可能留有其中的密钥或系列的副本，对他们依然是打开的；只有换新密钥重新封存才能了结',
    '以后的交接包给谁读，由主机决定：请告诉它（backup run --to 名片，或其策略 backup 下的 readers）',
  ],
  next: (p) =>
    `下一步，确认没有交接包还能用它打开：datadeed keys census ${p.folder} --fail-if opens-with:${p.card}`,
}
