import type { crypto as english } from '../en/crypto.ts'

export const crypto: typeof english = {
  jsonNotUtf8: (p) => `${p.what} 不是有效的 UTF-8 文本`,
  jsonBom: (p) => `${p.what} 以字节顺序标记（BOM）开头，JSON 不允许这样`,
  jsonSyntax: (p) => `${p.what} 不是有效的 JSON：第 ${p.offset} 字节处内容有误或意外结束`,
  jsonTrailing: (p) => `${p.what} 在 JSON 内容之后还有多余数据，从第 ${p.offset} 字节开始`,
  jsonDuplicate: (p) => `${p.what} 的同一个对象里有重复的键，位于第 ${p.offset} 字节`,
  jsonProto: (p) => `${p.what} 含有禁止使用的键 "__proto__"，位于第 ${p.offset} 字节`,
  jsonString: (p) => `${p.what} 中有一个字符串已损坏，从第 ${p.offset} 字节开始`,
  jsonNumber: (p) =>
    `${p.what} 第 ${p.offset} 字节处的数字无法精确保存（只接受不超过 2^53 - 1 的整数和普通小数）`,
  jsonDepth: (p) => `${p.what} 嵌套超过 ${p.most} 层`,

  cobblestoneKeyLength: (p) => `加密密钥有 ${p.got} 字节，应为 ${p.expected} 字节`,
  cobblestoneKey: '这段密文不属于该密钥和位置：密钥承诺不一致',
  cobblestoneTruncated: (p) => `密文被截断：到第 ${p.got} 字节就结束了，缺少末尾分块`,
  cobblestoneAltered: (p) => `密文被改动过：第 ${p.chunk} 个分块未通过校验`,
  cobblestoneRange: (p) => `要读取的第 ${p.start} 至 ${p.end} 字节超出范围，密文中只有 ${p.length} 字节`,
  cobblestoneTooLong: '数据过长，超过一个密钥可加密的 2^38 个分块',

  base64: (p) => `${p.what} 不是规范的 base64`,
  hex: (p) => `${p.what} 不是小写十六进制`,
  byteCount: (p) => `${p.what} 有 ${p.got} 字节，应为 ${p.expected} 字节`,

  ed25519KeyLength: (p) => `Ed25519 公钥有 ${p.got} 字节，应为 32 字节`,
  ed25519KeyNotCanonical: 'Ed25519 公钥不是唯一的规范写法',
  ed25519KeySmallOrder: 'Ed25519 公钥是低阶点：用它验过的签名毫无意义',
  mlDsaKeyLength: (p) => `ML-DSA-65 公钥有 ${p.got} 字节，应为 1952 字节`,
  signatureMissing: (p) => `缺少预期签署方的有效签名：${p.missing.join('、')}`,
  signatureMissingHint: '请打电话向对方确认您手上的公钥名片是最新的，并请对方重新发送文件',
  signatureCount: (p) => `同一信封里有 ${p.got} 个签名，最多只读取 ${p.most} 个`,

  ageTooLarge: (p) => `age 文件有 ${p.got} 字节，最多只读取 ${p.most} 字节`,
  ageTooManyStanzas: (p) => `age 文件的读取方超过 ${p.most} 个`,
  ageHeader: 'age 文件的文件头已损坏',
  ageDamaged: 'age 文件已损坏或被改动过：未通过校验',
  ageNotBinary: '此处的 age 文件必须是二进制形式，不能是 ASCII 封装或其他内容',
  ageForeignStanza: (p) => `age 文件的读取方类型与套件“${p.expected}”不符`,
  ageMixed: 'age 文件混用了不同套件的读取方，或含有不允许的读取方类型',
  ageNotMine: '所给的密钥都打不开这个 age 文件',
  ageNotMineHint: '请使用与封存时所用公钥名片对应的密钥文件，或请对方为您的名片授权',
  ageRecipient: (p) => `第 ${p.number} 个读取方没有套件“${p.suite}”的有效 age 公钥`,
  ageRecipientUnusable: '有一个 age 公钥格式正确，但无法用来封装密钥',
  ageRecipientHint: '请对方重新提供公钥名片；只使用 age 内置的公钥类型，绝不运行插件',
  ageNoRecipients: '没有任何读取方，无法封装密钥',
  ageIdentity: '密钥文件中的 age 私钥已损坏',

  passphraseWrong: '口令不正确，打不开这个 age 文件',
  passphraseWrongHint: '请检查输入法和大小写后重试',
  passphraseNotOne: '这个 age 文件不是仅用口令加密的',
  passphraseWork: (p) => `这个 age 文件要求 2^${p.got} 轮 scrypt 运算，最多只做 2^${p.most} 轮`,
  armor: 'age 文件的 ASCII 封装已损坏',
}
