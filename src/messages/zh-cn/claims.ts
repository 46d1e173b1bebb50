import type { claims as english } from '../en/claims.ts'

export const claims: typeof english = {
  taken: (p) => `“${p.place}”里已有 ${p.name}：另一台电脑已写入这个序号，或正在发送`,
  takenHint:
    '请再运行一次，会使用下一个序号；如果那里的交接包一直不完整，且没有别的电脑写这个系列，请把它删除',
  claimed: (p) => `另一台电脑正在向“${p.place}”写入同一个序号（${p.name}）`,
  claimedHint: (p) =>
    `等它结束后再运行一次；如果那台电脑已不存在，请删除 ${p.name}，或者等待：24 小时后它不再有效`,
  takenOver: (p) => `另一台电脑在 ${p.hours} 小时前占用了这个序号，之后没有写入任何内容；${p.name} 已被移除`,
  stays: (p) => `${p.name} 未能移除；本机下次运行时会处理`,
}
