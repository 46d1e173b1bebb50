import { CANARY } from './target.ts'

/** One change to a JSON document; numbers are taken modulo what there is. */
export interface JsonEdit {
  readonly kind: number
  /** Which of its values. */
  readonly place: number
  /** Which other one, or which odd one. */
  readonly value: number
}

// biome-ignore lint/suspicious/noExplicitAny: edits write what no type allows
type Json = any
/** A value's place: what holds it, and under which key or index. */
interface Place {
  readonly holder: Json
  readonly key: string | number
}

const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  0.5,
  255,
  4096,
  65_535,
  65_536,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  1e21,
  '',
  ' ',
  CANARY,
  `${CANARY}\u001b[2J\u202e\n`,
  'x'.repeat(1025),
  '\ud800',
  '__proto__',
  'constructor',
  '../../x',
  '2026-01-02T03:04:05Z',
  '9999-99-99T99:99:99Z',
  '00'.repeat(32),
  'AAAA',
  'utf-16le',
  'gb18030',
  [],
  {},
  [CANARY],
  { [CANARY]: CANARY },
]
const NAMES = ['unknown', '__proto__', 'constructor', 'toString', CANARY, 'ext', '']

type Edit = (place: Place, value: number, root: Place, all: readonly Place[]) => void

const EDITS: readonly Edit[] = [
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  },
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, holder[Number(key)])
    else define(holder, `${key}2`, holder[key])
  },
  ({ holder, key }, value) => define(holder, key, ODD[value % ODD.length]),
  ({ holder, key }, value) => {
    const got = holder[key]
    if (typeof got === 'number') define(holder, key, got + [-1, 1, 2 ** 31, -got, 0.5][value % 5]!)
    if (typeof got === 'string') define(holder, key, edited(got, value))
    if (typeof got === 'boolean') define(holder, key, !got)
    if (Array.isArray(got)) got.reverse()
  },
  ({ holder, key }, value, root, all) => {
    const other = all[value % all.length] ?? root
    define(holder, key, structuredClone(other.holder[other.key]))
  },
  ({ holder, key }, value) => {
    if (typeof holder[key] !== 'object' || holder[key] === null) return
    define(
      holder[key],
      Array.isArray(holder[key]) ? 0 : NAMES[value % NAMES.length]!,
      ODD[value % ODD.length],
    )
  },
  ({ holder, key }, value) => {
    for (let depth = 0; depth < value % 40; depth++)
      define(holder, key, value % 2 ? [holder[key]] : { a: holder[key] })
  },
  ({ holder, key }, value) => {
    if (Array.isArray(holder) && holder.length > 0)
      holder.push(...Array.from({ length: value % 70 }, () => structuredClone(holder[Number(key)])))
  },
]

/** The text of a document after all edits; some of them make text that is no JSON any more. */
export function applyJsonEdits(document: Uint8Array, edits: readonly JsonEdit[]): Uint8Array {
  const root: Place = { holder: { root: JSON.parse(Buffer.from(document).toString()) }, key: 'root' }
  const texts: number[] = []
  for (const { kind, place, value } of edits) {
    const all = [root, ...placesIn(root.holder.root)]
    const edit = EDITS[kind % (EDITS.length + 1)]
    if (edit === undefined) texts.push(value)
    else edit(all[place % all.length] ?? root, value, root, all)
  }
  let text = JSON.stringify(root.holder.root) ?? ''
  for (const value of texts) text = withKeyTwice(text, value)
  return Buffer.from(text)
}

function placesIn(holder: Json): Place[] {
  if (typeof holder !== 'object' || holder === null) return []
  const keys = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder)
  return keys.flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

/** As an own property, `__proto__` too. */
function define(holder: Json, key: string | number, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function edited(text: string, value: number): string {
  const at = value % (text.length + 1)
  return [
    text.slice(0, at),
    text + text,
    text.toUpperCase(),
    `${text.slice(0, at)}\u0000${text.slice(at)}`,
    `${text} `,
  ][value % 5]!
}

function withKeyTwice(text: string, value: number): string {
  const keys = [...text.matchAll(/[{,](".*?"):/g)]
  const chosen = keys[value % Math.max(1, keys.length)]
  if (chosen === undefined) return text
  return `${text.slice(0, chosen.index + 1)}${chosen[1]}:null,${text.slice(chosen.index + 1)}`
}
