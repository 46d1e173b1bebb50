import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TakenOver, withLock } from '../../src/files/index.ts'
import { type Holder, thisProcess } from '../../src/files/processes.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'datadeed-lock-'))
  path = join(folder, 'a.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Leaves a lock as another process would have. */
function leave(holder: Partial<Holder>, at = path): string {
  const content = `${JSON.stringify({ ...thisProcess(), ...holder })}\n`
  writeFileSync(at, content)
  return content
}

const take = (waitMs = 40): Promise<TakenOver | undefined> => withLock(path, (taken) => taken, { waitMs })

/** The number of a process that is over, and was not long ago. */
async function deadPid(): Promise<number> {
  const child = spawn('true', { stdio: 'ignore' })
  await once(child, 'close')
  return child.pid ?? 0
}

describe('a lock', () => {
  it('stands there while the work is done, says whose it is, and is gone behind it, even if the work fails', async () => {
    const seen = await withLock(path, () => readFileSync(path, 'utf8'))
    expect(JSON.parse(seen)).toMatchObject({ pid: process.pid })
    expect(readdirSync(folder)).toEqual([])
    const failing = withLock(path, () => {
      throw new Error('broken')
    })
    await expect(failing).rejects.toThrow('broken')
    expect(readdirSync(folder)).toEqual([])
  })

  it('that a live process holds is waited for, and never taken (C24, F16)', async () => {
    const child = spawn('sleep', ['10'], { stdio: 'ignore' })
    try {
      const content = leave({ pid: child.pid ?? 0, start: null })
      await expect(take()).rejects.toMatchObject({ code: 'LOCKED', exitCode: 12 })
      expect(readFileSync(path, 'utf8')).toBe(content)
      setTimeout(() => rmSync(path), 50)
      expect(await take(2000)).toBeUndefined()
    } finally {
      child.kill()
    }
  })

  it('of a process that is over is taken, which the work is told (C24)', async () => {
    const pid = await deadPid()
    leave({ pid })
    expect(await take()).toEqual({ pid })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is handed from one to the next when many wait for it, one of them for a dead process (C24)', async () => {
    leave({ pid: await deadPid() })
    let inside = 0
    let most = 0
    const taken = await Promise.all(
      Array.from({ length: 20 }, () =>
        withLock(path, (over) => {
          inside += 1
          most = Math.max(most, inside)
          inside -= 1
          return over
        }),
      ),
    )
    expect(most).toBe(1)
    expect(taken.filter((over) => over !== undefined)).toHaveLength(1)
  })

  it.runIf(process.platform === 'linux')(
    'of a process whose number another one has by now is taken, and of an earlier boot (C24)',
    async () => {
      leave({ pid: process.ppid, start: '1' })
      expect(await take()).toEqual({ pid: process.ppid })
      const [, container] = thisProcess().machine.split('-')
      leave({ pid: process.ppid, machine: `00000000-${container}` })
      expect(await take()).toEqual({ pid: process.ppid })
    },
  )

  it('of another computer or container is never taken, whatever its process is called (C24)', async () => {
    const pid = await deadPid()
    const [boot] = thisProcess().machine.split('-')
    for (const elsewhere of [
      { pid, host: 'ffffffff', machine: 'ffffffff-ffffffff' },
      { pid, machine: `${boot}-ffffffff` },
    ]) {
      const content = leave(elsewhere)
      await expect(take()).rejects.toMatchObject({ code: 'LOCKED' })
      expect(readFileSync(path, 'utf8')).toBe(content)
    }
  })

  it('that does not say whose it is, is never taken', async () => {
    for (const content of ['', 'x', '{}', '{"pid":-1,"start":null,"host":"","machine":""}']) {
      writeFileSync(path, content)
      await expect(take()).rejects.toMatchObject({ code: 'LOCKED' })
      expect(readFileSync(path, 'utf8')).toBe(content)
    }
  })

  it.skipIf(process.platform === 'win32')(
    'is not waited for behind a pipe, and never written through a link in its way',
    async () => {
      const victim = join(folder, 'victim')
      writeFileSync(victim, 'kept')
      symlinkSync(victim, `${path}-${thisProcess().machine}-${process.pid}`)
      expect(await take()).toBeUndefined()
      expect(readFileSync(victim, 'utf8')).toBe('kept')
      execFileSync('/usr/bin/mkfifo', [path])
      await expect(take()).rejects.toMatchObject({ code: 'LOCKED' })
      symlinkSync(victim, `${path}2`)
      await expect(withLock(`${path}2`, () => 0, { waitMs: 20 })).rejects.toMatchObject({ code: 'LOCKED' })
    },
  )

  it('is left to a person where whoever took it over was killed in that moment', async () => {
    leave({ pid: await deadPid() })
    leave({ pid: await deadPid() }, `${path}-taking`)
    const refused = await take().catch((error: Error & { hints: string[] }) => error)
    expect(refused).toMatchObject({ code: 'LOCKED' })
    expect(JSON.stringify(refused)).toContain(`${path}-taking`)
    rmSync(`${path}-taking`)
    expect(await take()).toBeDefined()
    expect(existsSync(path)).toBe(false)
  })
})
