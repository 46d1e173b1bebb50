import type { keysAbout as english } from '../en/keys-help.ts'

export const keysAbout: typeof english = {
  successor: '不核对数字，而用接替书：由已信任的名片为新名片作证；可重复',
  failIf:
    '有交接包符合时退出码为 14：opens-with:名片、epoch-older-than:180d、suite:classic、suite:hybrid；可重复',
  agesPolicy: '规定密钥最多可用多久的策略文件（只用其中的“keys”一节）',
  since: '从哪天起别人可能拿到了密钥（默认：不知道）',
  among: '要查看的交接包，或存放交接包的文件夹；可重复',
  undo: '取消失密标记；须同时给出 --reason',
  undoReason: '为什么这张名片又可以使用；台账会留存',
  rotateOutput: '三个文件放在哪个文件夹（默认与旧密钥同处）',
  rotateName: '新密钥和名片的名称（默认在旧名称后加编号）',
  overlap: '旧名片还能签名和接收封存的天数（默认 30）',
  newPassphraseFile: '新密钥文件的口令从哪里来；不给则询问',
  fingerprint: '听名片主人念的数字',
  clause: '打印可写进合同的条款',
  resealKey: '您自己的密钥文件：能打开交接包的全部数据舱，并签署新交接包',
  resealOutput: '新交接包的文件名；文书 新交接包.reseal 放在旁边；两者都不得已存在',
  resealTo:
    '谁能打开新交接包：名片文件，或已信任名片的名称；可重复（默认：旧交接包的读取方中名片在本机受信任的）',
  resealSignKey: '另用您的哪个密钥文件签署新交接包，适用于第一个只能打开或已失密的情况',
  retire: '新交接包确实落盘之后移除旧交接包；其清单和签名留在 交接包.retired 中',
}
