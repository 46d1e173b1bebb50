import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Contestant, Field } from './contestants.ts'
import { type TimedRun, timedRun } from './timed-run.ts'

/** A run of a backup into a local folder, beside sealing the same into a folder and copying that. */
export function backupContestants({ csv, scratch, program }: Field): Contestant[] {
  const { start, env, sellerKey, readerCard, policy } = program
  const folder = join(scratch, 'copied.deed')
  const copy = join(scratch, 'copy.deed')
  const series = join(scratch, 'series')
  const run = (...words: string[]): Promise<TimedRun> => timedRun([...start, ...words, '--quiet'], env)
  const backup = (): Promise<TimedRun> =>
    run('backup', 'run', '--series', series, '--source', csv, '--key', sellerKey, '--policy', policy)
  return [
    {
      id: 'seal-copied',
      label: 'datadeed seal, read back, and cp -r',
      way: 'other',
      output: folder,
      async run() {
        rmSync(copy, { recursive: true, force: true })
        const words = ['seal', csv, '--key', sellerKey, '--to', readerCard, '--policy', policy]
        const sealed = await run(...words, '--folder', '-o', folder)
        const copied = await timedRun(['cp', '-r', folder, copy])
        return { ...sealed, seconds: sealed.seconds + copied.seconds }
      },
    },
    {
      id: 'backup-run',
      label: 'datadeed backup run, the first',
      way: 'other',
      async run() {
        rmSync(series, { recursive: true, force: true })
        await run('backup', 'init', '--series', series, '--key', sellerKey, '--to', readerCard)
        return backup()
      },
    },
    {
      id: 'backup-mark',
      label: 'datadeed backup run, nothing changed',
      way: 'other',
      reads: 'backup-run',
      run: backup,
    },
  ]
}
