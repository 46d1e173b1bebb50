import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/messages/en/index.ts'
import { printable } from '../../src/messages/printable.ts'
import { zhCN } from '../../src/messages/zh-cn/index.ts'

const src = join(import.meta.dirname, '..', '..', 'src')

/** Dotted paths of all sentences: `ingest.raggedRow`. */
function sentencePaths(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    sentencePaths(inner, path === '' ? key : `${path}.${key}`),
  )
}

function readSources(): string {
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' })
  const code = names.filter((name) => name.endsWith('.ts') && !name.startsWith('messages/'))
  return code.map((name) => readFileSync(join(src, name), 'utf8')).join('\n')
}

/** The last key of a path; a key of several words counts as all of them. */
const wordsOf = (path: string): string[] => path.split('.').at(-1)?.split(' ') ?? []

describe('the sentences', () => {
  it('are the same in both languages', () => {
    expect(sentencePaths(zhCN, '').sort()).toEqual(sentencePaths(en, '').sort())
  })

  it('are all spoken somewhere', () => {
    const words = new Set(readSources().match(/[\w$][\w$-]*/g))
    const silent = sentencePaths(en, '').filter((path) => !wordsOf(path).every((word) => words.has(word)))
    expect(silent).toEqual([])
  })

  it('are Chinese in the Chinese files, wherever they are plain text', () => {
    const at = (path: string): unknown =>
      path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], zhCN)
    const plain = sentencePaths(zhCN, '').filter((path) => typeof at(path) === 'string')
    const foreign = plain.filter((path) =>
      /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(String(at(path)).replace(/datadeed .*/g, '')),
    )
    expect(foreign).toEqual([])
  })
})

describe('printable', () => {
  it('takes away what moves a cursor, reorders a line or hides', () => {
    expect(printable('a\u001b[31mb\u202ec\u200bd\u0000e\u009bf\ud800g')).toBe(
      'a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg',
    )
  })

  it('keeps names of all scripts and cuts long ones', () => {
    expect(printable('会员 Müller 顧客 🙂')).toBe('会员 Müller 顧客 🙂')
    expect(Array.from(printable('长'.repeat(300), 50))).toHaveLength(50)
  })
})
