import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchFrame } from '../../src/backup/remote/fetch-blocks.ts'
import { Remote } from '../../src/backup/remote/rclone.ts'
import { findProgram, itWith } from '../interop/needs.ts'
import { Host } from './a-host.ts'

const itWithRclone = itWith(findProgram('rclone'), 'rclone is missing: apt install rclone')
const TEBIBYTE = 2 ** 40
const MIB = 2 ** 20

let host: Host
beforeAll(async () => {
  host = await Host.make()
  process.env.RCLONE_CONFIG_NEAR_TYPE = 'alias'
  process.env.RCLONE_CONFIG_NEAR_REMOTE = host.at('near')
  expect((await host.begin('near')).exit).toBe(0)
  expect((await host.backup('near')).exit).toBe(0)
})
afterAll(() => {
  delete process.env.RCLONE_CONFIG_NEAR_TYPE
  delete process.env.RCLONE_CONFIG_NEAR_REMOTE
  host[Symbol.dispose]()
})

/** While it goes on, this script is what is found as rclone. */
async function withRclone<Result>(script: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(host.at('bin'), { recursive: true })
  writeFileSync(host.at('bin', 'rclone'), `#!/bin/sh\n${script}\n`)
  chmodSync(host.at('bin', 'rclone'), 0o755)
  const { PATH } = process.env
  process.env.PATH = `${host.at('bin')}:${PATH}`
  try {
    return await work()
  } finally {
    process.env.PATH = PATH
  }
}

describe('a remote that somebody else fills', () => {
  itWithRclone('fails a drill whose deed does not arrive, by a report that is signed', async (rclone) => {
    mkdirSync(host.at('away'))
    const dies = `case "$*" in "copy "*" near:000001.deed "*) exit 1;; esac; exec "${rclone}" "$@"`
    const drilling = ['--key', host.at('archive.key'), '--into', host.at('away'), '--workers', '1']
    const { exit, document } = await withRclone(dies, () =>
      host.json('backup', 'drill', '--series', 'rclone:near:', ...drilling),
    )
    expect([exit, document.drill.verdict, document.drill.failure]).toEqual([
      ...[10, 'failed', { step: 'fetch', code: 'IO_READ' }],
    ])
    expect(document.drill).toMatchObject({ sequence: 1, counts: null, milliseconds: { restore: null } })
    expect([readdirSync(host.at('away')), readdirSync(host.at('near', 'drills')).length]).toEqual([[], 1])
    const status = await host.look('status', 'near')
    expect(status.document).toMatchObject({ newestDrill: null, failedDrill: { code: 'IO_READ' } })
  })

  itWithRclone('is not fetched where it says to hold more than there is room for', async () => {
    const path = host.at('near', '000001.deed', 'data', '0', '9.blocks')
    writeFileSync(path, '')
    truncateSync(path, 8 * TEBIBYTE)
    const { exit, document } = await host.json('backup', 'verify', '--series', 'rclone:near:')
    expect([exit, document.error.code]).toEqual([11, 'NOSPACE'])
  })

  itWithRclone('is fetched no further than a listing said, with what tries may add', async () => {
    mkdirSync(host.at('near', 'x'), { recursive: true })
    mkdirSync(host.at('into'))
    for (let at = 0; at < 8; at += 1) writeFileSync(host.at('near', 'x', String(at)), Buffer.alloc(8 * MIB))
    const remote = new Remote('rclone:near:')
    await expect(remote.fetch('x', host.at('into'), { bytes: MIB })).rejects.toMatchObject({
      code: 'IO_READ',
    })
    const fetched = readdirSync(host.at('into')).reduce(
      (sum, name) => sum + statSync(host.at('into', name)).size,
      0,
    )
    expect(fetched).toBeLessThan(32 * MIB)
    await remote.fetch('x', host.at('into'), { bytes: 64 * MIB })
    expect(readdirSync(host.at('into'))).toHaveLength(8)
  })

  it.skipIf(process.platform === 'win32')(
    'makes no file for a deed of more entries than one can have',
    async () => {
      const listing = `awk 'BEGIN { printf "["; for (p = 0; p <= 65536; p++) printf "%s{\\"Path\\":\\"data/0/%d.blocks\\",\\"Size\\":1}", p ? "," : "", p; print "]" }'`
      const into = host.at('frame')
      const fetching = withRclone(listing, () => fetchFrame(new Remote('rclone:near:'), '000001.deed', into))
      await expect(fetching).rejects.toMatchObject({ code: 'LIMIT' })
      expect(existsSync(into)).toBe(false)
    },
  )

  it.skipIf(process.platform === 'win32')('is refused where its listing has no end', async () => {
    const endless = 'trap "" TERM\nyes 0123456789abcdef0123456789abcdef'
    const listing = withRclone(endless, () => new Remote('rclone:near:').list())
    await expect(listing).rejects.toMatchObject({ code: 'LIMIT' })
  })
})
