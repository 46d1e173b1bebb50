import { TYPE_FACTS } from '../types.ts'
import { findCarried, isCarrier, isNumbering } from './carriers.ts'
import { type Entry, LONGEST_SUFFIX, spacedWords, suffixWords } from './dictionary.ts'
import { findOwner } from './owners.ts'
import { type HeaderReading, NOTHING } from './reading.ts'

/** Letters of a header in which a word is looked for; sentences longer than that say it at their beginning. */
const LONGEST_SEARCHED = 60

/** What forms ask in whole sentences: 您是从哪里知道我们的, 奖品寄到哪里. */
const QUESTIONS: readonly (readonly [RegExp, Entry])[] = [
  [
    /(?:从哪|从何|怎么|怎样|如何|哪里|哪儿|何处|什么渠道|哪些渠道|哪种渠道|何种渠道).{0,6}(?:知道|了解|得知|获知|听说|认识|找到|看到|关注)|(?:どこ|どう|何).{0,6}(?:知り|お知り|ご存|見つけ)|(?:어떻게|어디).{0,8}(?:알게|아셨|알고)/,
    { word: '渠道', type: 'category', language: 'zh' },
  ],
  [/(?:寄|送|邮|快递)(?:到|往|至)哪|住(?:在)?哪/, { word: '地址', type: 'postal-address', language: 'zh' }],
  [/(?:怎么|如何|怎样)称呼(?:您|你)?$|贵姓$/, { word: '称呼', type: 'person-name', language: 'zh' }],
]

/** Reads a Chinese, Japanese or Korean header by its longest known ending, the head of the phrase. */
export function readEastAsian(folded: string): HeaderReading {
  const text = folded
    .replace(/[\s_\-·.]+/g, '')
    .toLowerCase()
    .replace(/(?<=\D)\d{1,2}$/, '')
  const bare = text.replace(/(?:是什么|是多少|是|为|多少|叫什么|信息|如下|必填|选填)$/, '')
  const question = QUESTIONS.find(([words]) => words.test(bare))
  if (question !== undefined) return { ...NOTHING, entries: [question[1]], certainty: 1 }
  const asked = /^(?:您|你)?(?:是否|有无|可否|能否|允许)/.test(bare)
  const latin = /[a-z][a-z0-9]*$/.exec(bare)?.[0]
  const found = findSuffix(bare) ?? (latin === undefined ? undefined : findLatinEnd(latin))
  const rest = bare.slice(0, bare.length - (found?.length ?? 0))
  // 体检是否合格 is told by 体检, whatever the yes is called.
  const special = found?.entries[0]?.type === 'boolean' ? findSpecial(bare) : []
  const entries =
    found === undefined ? findAsked(bare) : special.length > 0 ? special : seeThrough(found.entries, rest)
  const unread = rest !== '' && found !== undefined && entries === found.entries && isUnread(rest)
  const unknown = unread && entries.some(isNumbering)
  if (entries.length === 0)
    return asked ? { ...NOTHING, entries: [booleanEntry('是否')], certainty: 0.8 } : NOTHING
  // 是否 asks for yes or no, but the yes tells as much as the word itself where it is about health or belief.
  if (asked && !entries.some(({ type }) => TYPE_FACTS[type].compartment === 'special')) {
    return { ...NOTHING, entries: [booleanEntry('是否')], certainty: 1 }
  }
  const { owner, word } = findOwner(rest)
  const certainty = found === undefined ? 0.4 : rest === '' ? 1 : 0.8
  return {
    entries,
    certainty,
    owner,
    ownerWord: word,
    ending: [],
    unknown,
    unread,
    initials: false,
    whole: false,
  }
}

/** 传真号码 is read by 传真 where 号码 says nothing more; 名 is the name of whatever stands before it. */
function seeThrough(entries: readonly Entry[], before: string): readonly Entry[] {
  const head = entries.find(isCarrier)
  const rest = before.replace(/[的の]$/, '')
  if (head === undefined || rest === '') return entries
  const latin = /[a-z][a-z0-9]+$/.exec(rest)?.[0]
  const inner = findSuffix(rest) ?? (latin === undefined ? undefined : findLatinEnd(latin))
  const carried = inner === undefined ? undefined : findCarried(head, inner.entries)
  return carried === undefined ? entries : [carried]
}

/** Whether no list knows a word of this. */
function isUnread(rest: string): boolean {
  return findSuffix(rest) === undefined && findInside(rest).length === 0
}

function booleanEntry(word: string): Entry {
  return { word, type: 'boolean', language: 'zh' }
}

function findSuffix(
  text: string,
): { readonly entries: readonly Entry[]; readonly length: number } | undefined {
  for (let length = Math.min(text.length, LONGEST_SUFFIX); length > 0; length--) {
    const entries = suffixWords().get(text.slice(text.length - length))
    if (entries === undefined) continue
    // 姓 and 名 name a part of a name only where they stand alone; 名 ends the name of anything.
    const alone = length === text.length
    const fit = entries.filter(
      ({ type }) => length > 1 || alone || (type !== 'given-name' && type !== 'family-name'),
    )
    if (fit.length > 0) return { entries: fit, length }
  }
  return undefined
}

function findLatinEnd(
  latin: string,
): { readonly entries: readonly Entry[]; readonly length: number } | undefined {
  const entries = spacedWords().tokens.get(latin) ?? spacedWords().joined.get(latin)
  return entries === undefined ? undefined : { entries, length: latin.length }
}

/** 疫苗接种是否齐全 asks about vaccination: what stands before 是否 is what the yes tells. */
function findSpecial(text: string): readonly Entry[] {
  const before = /^(.{2,})是否/.exec(text)?.[1]
  const asked = before === undefined ? undefined : findSuffix(before)?.entries
  return asked?.filter(({ type }) => TYPE_FACTS[type].compartment === 'special') ?? []
}

function findAsked(text: string): readonly Entry[] {
  const special = findSpecial(text)
  if (special.length > 0) return special
  const inside = findInside(text)
  const latin = /[a-z]{3,}/.exec(text)?.[0]
  return inside.length > 0 || latin === undefined ? inside : (findLatinEnd(latin)?.entries ?? [])
}

/** The last known word of at least two letters anywhere, for the head comes last; the longest of those ending there. */
function findInside(text: string): readonly Entry[] {
  for (let end = Math.min(text.length, LONGEST_SEARCHED); end > 1; end--) {
    for (let start = Math.max(0, end - LONGEST_SUFFIX); start < end - 1; start++) {
      const entries = suffixWords().get(text.slice(start, end))
      if (entries !== undefined) return entries
    }
  }
  return []
}
