import type { papers as english } from '../en/papers.ts'

export const papers: typeof english = {
  notForPapers: (p) => `--${p.flag} 只用于交接包；这个文件是文书`,
  noPage: '--html 只为交接包或回执制作页面；这个文件两者都不是',
  noPaper: (p) => `${p.name}有签名，但不是文书`,
  unknownKind: (p) => `${p.name}是本版本不认识的一种文书`,
  tooLong: (p) => `${p.name}有 ${p.got} 字节，文书最多读取 ${p.most} 字节`,
  payload: (p) => `${p.name}的正文`,
  otherIssuer: (p) => `${p.name}写明的出具人，不是用来核对签名的那张名片的主人`,
  theCardIn: (p) => `${p.name}所附的公钥名片`,
}
