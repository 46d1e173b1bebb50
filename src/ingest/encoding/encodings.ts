/** The encodings that an export may have; `gb18030` covers GBK and GB2312. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
] as const

export type Encoding = (typeof ENCODINGS)[number]

/** What a file without BOM that is no UTF-8 may be; windows-1252 decodes everything, so it is never a candidate. */
export const CANDIDATES = ['gb18030', 'big5', 'shift_jis', 'euc-kr'] as const satisfies readonly Encoding[]

const OTHER_NAMES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  cp932: 'shift_jis',
  euckr: 'euc-kr',
  cp1252: 'windows-1252',
}

/** The encoding that a person means by a name such as `GBK` or `UTF8`. */
export function findEncoding(name: string): Encoding | undefined {
  const wanted = name.trim().toLowerCase()
  return ENCODINGS.find((encoding) => encoding === wanted) ?? new Map(Object.entries(OTHER_NAMES)).get(wanted)
}

/** Bytes of one unit in which CR, LF, quote and delimiters can be told: 2 for UTF-16, else 1. */
export function unitBytes(encoding: Encoding): 1 | 2 {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1
}

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

export interface ByteOrderMark {
  readonly encoding: Encoding
  readonly length: number
}

/** The byte order mark at the start of a file; one only, a second one is data. */
export function findByteOrderMark(head: Uint8Array): ByteOrderMark | undefined {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, at) => head[at] === byte)) return { encoding, length: mark.length }
  }
  return undefined
}
