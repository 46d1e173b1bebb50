import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NewPseudonymKeys, openPseudonymKey } from '../../src/identity/index.ts'
import { KEY_FILE_BYTES } from '../../src/limits.ts'
import { codeOf, exists, useFolder } from '../hostile/make-deed.ts'

describe('a key of pseudonyms', () => {
  const folder = useFolder()
  const path = () => folder().at('members.secret')

  it('is made where there is no such file, and the same from then on', async () => {
    const made = await openPseudonymKey(path())
    expect(made).toMatchObject({ isNew: true, warnings: [] })
    expect(made.key).toHaveLength(32)
    expect(exists(path())).toBe(false)
    await using written = await NewPseudonymKeys.write([made])
    written.keep()
    const opened = await openPseudonymKey(path())
    expect(opened).toMatchObject({ isNew: false, warnings: [] })
    expect(Buffer.from(opened.key).equals(made.key)).toBe(true)
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600)
    const before = readFileSync(path())
    await using again = await NewPseudonymKeys.write([opened])
    again.keep()
    expect(readFileSync(path()).equals(before)).toBe(true)
    expect((await openPseudonymKey(folder().at('other.secret'))).key).not.toEqual(made.key)
  })

  it('goes again where what it was made for fails, and never over another file', async () => {
    const [first, second] = [
      await openPseudonymKey(path()),
      await openPseudonymKey(folder().at('other.secret')),
    ]
    await (await NewPseudonymKeys.write([first, second]))[Symbol.asyncDispose]()
    expect(exists(path()) || exists(folder().at('other.secret'))).toBe(false)
    folder().write('other.secret', 'mine')
    expect(await codeOf(() => NewPseudonymKeys.write([first, second]))).toBe('EXISTS')
    expect(folder().snapshot()).toHaveLength(1)
    expect(readFileSync(folder().at('other.secret'), 'utf8')).toBe('mine')
  })

  const text = (key: unknown, format = 'datadeed/pseudonym-key/v1') => JSON.stringify({ format, key })
  const KEY = Buffer.alloc(32, 1).toString('base64')

  it.each([
    ['an empty file', '', 'USAGE'],
    ['something else', 'AGE-SECRET-KEY-1', 'USAGE'],
    ['a card', text(KEY, 'datadeed/card/v1'), 'USAGE'],
    ['no object', '{', 'DAMAGED'],
    ['a later version', text(KEY, 'datadeed/pseudonym-key/v2'), 'UNSUPPORTED'],
    ['no key', text(undefined), 'DAMAGED'],
    ['a short key', text(KEY.slice(4)), 'DAMAGED'],
    ['a key in another spelling', text(KEY.replace('=', '')), 'DAMAGED'],
    ['more than a key', text(KEY).replace('{', '{"more":1,'), 'DAMAGED'],
    ['too much', `${text(KEY)}${' '.repeat(KEY_FILE_BYTES)}`, 'LIMIT'],
  ])('is refused as %s', async (_, content, code) => {
    writeFileSync(path(), content)
    expect(await codeOf(() => openPseudonymKey(path()))).toBe(code)
  })

  it('is not made where the folder cannot be read as one', async () => {
    folder().write('file', '')
    expect(await codeOf(() => openPseudonymKey(join(path(), '..', 'file', 'members.secret')))).toBe('IO_READ')
  })
})
