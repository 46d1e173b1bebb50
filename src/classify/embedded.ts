import { isNationalId } from './checks/national.ts'
import { HEALTH, isGivenName } from './lexicon.ts'
import type { ColumnType } from './types.ts'
import { type ColumnView, shareOf } from './view.ts'

/** Telephone numbers, identity numbers, e-mail addresses, plates in longer texts: certain by their form. */
interface EmbeddedIdentifiers {
  /** As shares of the filled cells, as all that follow. */
  readonly identifiers: number
  /** The commonest of them, for the reason. */
  readonly what: ColumnType
  /** Cells with an identifier and letters besides: a name with a number, an order with an address. */
  readonly combined: number
  /** How many cells hold each of them; a cell counts for the first of several. */
  readonly found: ReadonlyMap<ColumnType, number>
}

/** Personal data inside longer texts. Searched for when somebody asks: most columns are told without. */
export interface Embedded extends EmbeddedIdentifiers {
  /** Names beside a word that asks for one. */
  readonly names: number
  readonly health: number
}

const MOBILE =
  /(?<![\d.A-Za-z_+-])(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4}|[*xX]{4}\d{4})(?![\d.])/
const PHONE =
  /(?<![\d.\w-])(?:\+\d{1,3}[ ()./-]{0,2}\(?\d|\(\d{2,5}\) ?\d|0\d{1,4}[ /-]\d)[\d ()./-]{4,14}\d(?!\d)|(?<![\d.\w-])\d{3}[-. ]\d{3}[-. ]\d{4}(?![\d-])|(?<!\d)0\d{2,3}-[2-9]\d{6,7}(?!\d)|(?<!\d)01[0-9]-\d{3,4}-\d{4}(?!\d)/
/** As many countries write it within: a 0 and no separator. Only among words, where no number of an order stands. */
const DOMESTIC = /(?<![\d.\w#№-])0[1-9]\d{8,9}(?![\d.\w-])/
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,4}/
const ID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学](?![A-Za-z0-9])/
const WECHAT =
  /wxid_[a-z0-9]{6,20}|(?:(?:微信|加v)[号:： ]{0,2}|(?<![a-z0-9])(?:vx|wx)[号:： ]{1,2})[a-z][\w-]{5,19}/i
const DOOR = /\d{1,4}(?:号楼|栋|幢|单元|室)|[路街巷弄]\d{1,5}号/
const FINDERS: readonly (readonly [ColumnType, (text: string) => boolean])[] = [
  ['mobile', (text) => MOBILE.test(text)],
  ['national-id', (text) => isNationalId(ID.exec(text)?.[0] ?? '')],
  ['email', (text) => text.includes('@') && EMAIL.test(text)],
  ['phone', (text) => PHONE.test(text) || isDomestic(text)],
  ['plate-number', (text) => PLATE.test(text)],
  ['wechat-id', (text) => WECHAT.test(text)],
  ['postal-address', (text) => DOOR.test(text)],
]

function isDomestic(text: string): boolean {
  return DOMESTIC.test(text) && /\p{L}{2}/u.test(text)
}

/** A surname and one or two characters, beside a word that a person's name belongs to. */
const SURNAME =
  '[王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛雷龙史陶贺毛段郝顾龚邵万覃武钱戴]'
const HAN_NAME = new RegExp(
  `(?:联系人?|找|转交给?|代收人?|收件人|告知|通知|转告|介绍人|由)[:： ]?${SURNAME}\\p{Script=Han}{1,2}|(?<!\\p{Script=Han})${SURNAME}\\p{Script=Han}{1,2}(?:本人|代收|代取|签收|家属|的(?:妈妈|爸爸|老公|老婆|家长))|(?<!\\p{Script=Han})${SURNAME}(?:先生|女士|小姐|阿姨|老板|经理)(?!\\p{Script=Han}{3})`,
  'u',
)
const LATIN_NAME =
  /\b(?:[Ff]or|[Tt]o|[Nn]eighbou?r|[Aa]ssistant|[Aa]sk for|[Aa]ttn|[Cc]\/o|[Kk]ids?|[Ww]ife|[Hh]usband|[Ss]on|[Dd]aughter|[Mm]other|[Ff]ather|[Ff]rom|[Ll]ove|[Dd]ear|[Cc]ontact|[Cc]all|[Ss]pouse|[Ff]riend|[Mm]rs?|[Mm]s|[Dd]r|[Bb]eim?|[Nn]achbarn?|[Ff]rau|[Hh]errn?|[Ff]amilie|[Mm]adame|[Mm]onsieur|[Mm]me|[Ss]ra?|[Dd]oña|[Ss]ignora?|[Bb]irthday(?: of)?)\b[.,:!]? {0,2}(?:[Nn]achbarn |my )?(\p{Lu}[\p{Ll}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?)/u
const NOT_A_NAME =
  /^(?:The|This|That|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Order|Gift|Delivery|Christmas|Easter|Customer|Office|Home|Store|Shop|Back|Front|VIP|Paket|Rechnung|Lieferung|Anfrage|Abend|Morgen|Nachmittag|Termin|Kunde)/

/** What makes a cell a name and a number in one, if letters stand beside it. */
const REACHING: ReadonlySet<ColumnType> = new Set(['mobile', 'phone', 'email', 'national-id'])

export function searchTexts(view: ColumnView): Embedded {
  let found: EmbeddedIdentifiers | undefined
  let names: number | undefined
  let health: number | undefined
  const identifiers = (): EmbeddedIdentifiers => {
    found ??= findIdentifiers(view)
    return found
  }
  return {
    get identifiers() {
      return identifiers().identifiers
    },
    get what() {
      return identifiers().what
    },
    get combined() {
      return identifiers().combined
    },
    get found() {
      return identifiers().found
    },
    get names() {
      names ??= shareOf(view, (cell) => hasName(cell))
      return names
    },
    get health() {
      health ??= shareOf(view, (cell) => HEALTH.test(cell))
      return health
    },
  }
}

function findIdentifiers(view: ColumnView): EmbeddedIdentifiers {
  const counts = new Map<ColumnType, number>()
  let identifiers = 0
  let combined = 0
  for (const [at, text] of view.distinct.entries()) {
    const cells = view.counts[at] ?? 0
    const found = /[\d@]|wxid|微信/.test(text) ? FINDERS.find(([, finds]) => finds(text))?.[0] : undefined
    if (found === undefined) continue
    identifiers += cells
    counts.set(found, (counts.get(found) ?? 0) + cells)
    if (REACHING.has(found) && /\p{L}{2,}/u.test(text.replace(EMAIL, '').replace(/ext|wxid/gi, '')))
      combined += cells
  }
  const total = Math.max(1, view.filled.length)
  return {
    identifiers: identifiers / total,
    what: [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'mobile',
    combined: combined / total,
    found: counts,
  }
}

function hasName(text: string): boolean {
  if (HAN_NAME.test(text)) return true
  const name = LATIN_NAME.exec(text)?.[1]
  if (name === undefined || NOT_A_NAME.test(name)) return false
  // After "for" or "to" a capital alone may be anything; a known given name or two capitals are somebody.
  return (
    isGivenName(name) ||
    name.includes(' ') ||
    /(?:Nachbar|Frau|Herr|Familie|Mrs?|Ms|Dr|Mme|neighbou?r)/.test(text)
  )
}
