import { describe, expect, it } from 'vitest'
import { describeCommandLine } from '../../src/cli/command-line.ts'
import { readEarly } from '../../src/cli/early.ts'
import type { OptionSpec } from '../../src/cli/options.ts'
import { withTwins } from '../../src/cli/values.ts'

describe('the language', () => {
  const language = (words: string[], env: Record<string, string>) => readEarly(words, env, 'linux').language

  it('is the flag, then DATADEED_LANG, then the locale', () => {
    expect(language(['--lang', 'en'], { DATADEED_LANG: 'zh-CN', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(language(['--lang=zh-CN'], {})).toBe('zh-CN')
    expect(language([], { DATADEED_LANG: 'zh-CN', LC_ALL: 'en_US' })).toBe('zh-CN')
    expect(language([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(language([], { LC_MESSAGES: 'zh_CN', LANG: 'en_US' })).toBe('zh-CN')
    expect(language([], { LANG: 'zh_Hans_CN' })).toBe('zh-CN')
    expect(language([], { LANG: 'zhx' })).toBe('en')
    expect(language([], {})).toBe('en')
  })
})

describe('the words of a command', () => {
  it('stand anywhere between global flags, but not behind them', () => {
    const early = readEarly(
      ['--home', 'card', '--json', 'card', '--lang', 'en', 'show', 'x.card'],
      {},
      'linux',
    )
    expect(early.places).toEqual([3, 6, 7])
    expect(early.json).toBe(true)
  })

  it('are names behind --', () => {
    expect(readEarly(['seal', '--', '--json'], {}, 'linux').json).toBe(false)
  })
})

describe('a twin in the environment', () => {
  const to: OptionSpec = { flag: 'to', value: 'card', about: 'to', many: true }

  it('is split at commas and at the path delimiter, and yields to the flag', () => {
    const separator = process.platform === 'win32' ? ';' : ':'
    const env = { DATADEED_TO: `a.card, b.card${separator}c.card` }
    expect(withTwins(new Map(), [to], env).get('to')).toEqual(['a.card', 'b.card', 'c.card'])
    const colons = { ...to, colons: true } as const
    expect(withTwins(new Map(), [colons], { DATADEED_TO: 'suite:classic, opens-with:a' }).get('to')).toEqual([
      'suite:classic',
      'opens-with:a',
    ])
    expect(withTwins(new Map([['to', ['d.card']]]), [to], env).get('to')).toEqual(['d.card'])
    expect(withTwins(new Map(), [to], { DATADEED_TO: '' }).has('to')).toBe(false)
  })

  it('does not exist for help and version', () => {
    expect(withTwins(new Map(), [{ flag: 'help', about: 'help' }], { DATADEED_HELP: '1' }).size).toBe(0)
  })
})

describe('the command that does the same', () => {
  it('is quoted for a POSIX shell', () => {
    expect(describeCommandLine(['seal', '会员.csv', "it's $HOME.csv", 'a b', '*'], 'linux')).toBe(
      "datadeed seal 会员.csv 'it'\\''s $HOME.csv' 'a b' '*'",
    )
  })

  it('is quoted for cmd and PowerShell', () => {
    expect(describeCommandLine(['seal', 'C:\\导出\\会员.csv', 'C:\\My files\\a.csv', 'a&b'], 'win32')).toBe(
      'datadeed seal C:\\导出\\会员.csv "C:\\My files\\a.csv" "a&b"',
    )
  })
})
