import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { READERS } from './readers/index.ts'
import { judge } from './target.ts'

/** Inputs that once broke a reader, one folder a reader, named after what was wrong. */
const folder = join(import.meta.dirname, '../../fixtures/fuzz')

describe('what fuzzing found', () => {
  const readers = existsSync(folder) ? readdirSync(folder) : []

  it('is kept for readers that there are', () => {
    expect(Object.keys(READERS)).toEqual(expect.arrayContaining(readers))
  })

  for (const reader of readers) {
    it.each(readdirSync(join(folder, reader)))(
      `is refused or read soundly now: ${reader} %s`,
      async (file) => {
        const target = await READERS[reader]!()
        expect(await judge(target, readFileSync(join(folder, reader, file)))).toMatch(/^[a-zA-Z_]+$/)
      },
    )
  }
})
