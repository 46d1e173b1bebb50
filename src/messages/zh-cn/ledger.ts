import type { ledger as english } from '../en/ledger.ts'

export const ledger: typeof english = {
  theKey: (p) => `台账密钥“${p.path}”`,
  keyDamaged: (p) => `${p.what}不是本程序写下的内容`,
  keyGone: (p) => `台账密钥“${p.path}”不见了，台账无法再追加`,
  keyGoneHint: (p) => `请找回密钥；若已丢失，请把 ${p.path} 改名留作证据，之后会另开一本新台账`,
  notContinued: (p) => `台账“${p.path}”的最后一行与写下时不同，无法在其后追加`,
  notContinuedHint:
    '用 datadeed ledger verify 可指出第一处异常的行；请从备份找回台账，或将其改名留作证据，之后会另开一本新台账',
  unwritten: (p) => `无法记入台账的操作一律不做：${p.why}`,
  unwrittenRead: (p) => `本次操作未能记入台账：${p.why}`,
  homeHint: '台账放在 --home 所指的文件夹里；请在那里腾出空间，或开放写入权限',
  lockTaken: (p) => `台账曾被进程 ${p.pid} 锁定，该进程已结束，锁已由本次运行接管`,
  completed: '台账最后一行缺少行尾（可能因断电），已补全',
  setAside: (p) => `台账末尾有半行（${p.bytes} 字节，可能因断电），已移至“${p.file}”`,
  theLastLine: '台账的最后一行',
  lineTooLong: (p) => `${p.what}有 ${p.got} 字节，最多读取 ${p.most} 字节`,
  lineForm: (p) => `${p.what}不是本版本台账的行`,
  lineSpelling: (p) => `${p.what}的写法与写下时不同`,
  lineSignature: (p) => `${p.what}与签名时不同`,
  lineNoKey: (p) => `${p.what}没有写明密钥，不是台账的开头`,
}
