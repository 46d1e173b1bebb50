import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCommand } from '../../src/cli/commands/index.ts'
import { parseWords } from '../../src/cli/parse.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** Measurements have names of their own. */
const PAGES = globSync(['README*.md', 'docs/*.md'], { cwd: ROOT, exclude: ['docs/performance.md'] }).sort()

/**
 * The command lines that a page shows as they are typed, without what is said of them behind a gap; those with a hole in
 * them (`…`, `[`, `|`, `$`) are forms, not examples.
 */
function examplesOf(page: string): string[] {
  const lines = readFileSync(join(ROOT, page), 'utf8').matchAll(/^ {4,}(?:npx )?(datadeed .*)$/gm)
  return Array.from(lines, ([, line = '']) => line.replace(/(?: +#| {3,}).*$/, '').trim()).filter(
    (line) => !/[…[|$]/.test(line),
  )
}

function wordsOf(line: string): string[] {
  return Array.from(line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g), ([, double, single, bare]) => {
    return double ?? single ?? bare ?? ''
  }).slice(1)
}

describe('the command lines in the documents', () => {
  it('are found where they stand', () => {
    expect(examplesOf('README.md').length).toBeGreaterThan(10)
    expect(examplesOf('README.zh-CN.md')).toHaveLength(examplesOf('README.md').length)
  })

  it.each(PAGES.flatMap((page) => examplesOf(page).map((line) => ({ page, line }))))(
    'are understood: $page: $line',
    ({ line }) => {
      const words = wordsOf(line)
      const found = findCommand(words)
      expect(found).toBeDefined()
      if (found === undefined) return
      expect(parseWords(found.name, found, words.slice(found.name.split(' ').length), {})).toBeDefined()
    },
  )
})
