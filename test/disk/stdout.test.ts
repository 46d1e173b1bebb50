import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PROGRAM } from '../built-program.ts'
import { COMPILED, Desk } from '../cli/run-cli.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { restore } from '../hostile/make-deed.ts'

const ROWS = 'id,name\n1,a\n'

describe.skipIf(process.platform !== 'linux')('a run whose words do not arrive', () => {
  let desk: Desk
  let words: Words
  beforeEach(async () => {
    desk = new Desk()
    words = await layOutKeys(desk)
    writeFileSync(desk.path('t.csv'), ROWS)
  })
  afterEach(() => desk[Symbol.dispose]())

  /** Runs a line of the shell in which "$0" "$@" is the command. */
  const shell = (script: string, line: readonly string[]) =>
    spawnSync('/bin/sh', ['-c', script, process.execPath, PROGRAM, ...line], {
      cwd: desk.folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATADEED_HOME: desk.path('home'), LANG: 'C.UTF-8', ...COMPILED },
    })

  it.each([[], ['--json']])(
    'is never 0, though the deed is whole (G05, G06, G07, C16: %s)',
    async (...more) => {
      const deed = desk.path('a.deed')
      const line = [...words.seal([desk.path('t.csv')], deed), ...more]
      const full = shell('"$0" "$@" > /dev/full', line)
      expect([full.status, /^error: /m.test(full.stderr)]).toEqual([11, true])
      await restore(deed, desk.path('out'))
      expect(readFileSync(desk.path('out/t.csv'), 'utf8')).toBe(ROWS)
      rmSync(deed)
      const gone = shell('{ sleep 0.2; "$0" "$@"; echo "exit $?" >&2; } | true', line)
      expect(gone.stderr.replace(/^warning: [\s\S]*?\n(?=exit)/, '')).toBe('exit 10\n')
      rmSync(desk.path('out'), { recursive: true })
      await restore(deed, desk.path('out'))
    },
  )
})
