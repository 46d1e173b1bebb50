import { isColumnType } from '../types.ts'
import type { Entry } from './dictionary.ts'
import { type HeaderReading, NOTHING } from './reading.ts'
import { SYSTEMS } from './systems.ts'
import { type SystemName, splitWords } from './word-list.ts'

/** So many names of one system make a table one of it. */
const LEAST_NAMES = 3

let index: ReadonlyMap<string, readonly Entry[]> | undefined

/** Readings of the headers that are names of the system whose table this is; undefined where it is of none. */
export function readSystem(headers: readonly string[]): readonly (HeaderReading | undefined)[] | undefined {
  index ??= buildIndex()
  const names = index
  const found = headers.map((header) => names.get(plainName(header)) ?? [])
  const counts = new Map<string, number>()
  for (const { language } of found.flat()) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [system, count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? []
  if (count < LEAST_NAMES) return undefined
  return found.map((entries) => {
    const entry = entries.find(({ language }) => language === system)
    return entry === undefined ? undefined : { ...NOTHING, entries: [entry], certainty: 1 }
  })
}

/** P0002-NACHN, KNA1~NAME1 and `PID.5` are called by what stands last. */
function plainName(header: string): string {
  const name = header.trim().toLowerCase()
  if (!/^[a-z0-9_.~/ -]{3,60}$/.test(name)) return ''
  const field = /^[a-z][a-z0-9]{2,9}[-~]([a-z][a-z0-9_]+)$/.exec(name)?.[1]
  return field ?? name.replace(/[^a-z0-9]+/g, '_')
}

function buildIndex(): Map<string, Entry[]> {
  const built = new Map<string, Entry[]>()
  for (const [system, list] of Object.entries(SYSTEMS)) {
    for (const [type, words] of Object.entries(list)) {
      if (!isColumnType(type)) continue
      for (const word of splitWords(words)) {
        const entries = built.get(word) ?? []
        entries.push({ word, type, language: system as SystemName })
        built.set(word, entries)
      }
    }
  }
  return built
}
