import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { Stopped } from '../../src/cli/signals.ts'
import { recordingIo } from './recording-io.ts'
import { Desk } from './run-cli.ts'

describe('a command that is stopped', () => {
  it('says that nothing was left only where nothing can have been', async () => {
    using desk = new Desk()
    const stoppedBy = async (...words: readonly string[]) => {
      const { io, heard } = recordingIo(desk)
      const signal = AbortSignal.abort(new Stopped('SIGINT'))
      const exit = await runCommandLine([...words, '--series', desk.path('none')], { ...io, signal })
      expect([exit, heard.stderr]).toEqual([130, expect.stringContaining('SIGINT')])
      return heard.stderr.includes('nothing half-finished')
    }
    expect(await stoppedBy('backup', 'list')).toBe(true)
    for (const goesOn of ['run', 'prune', 'rotate']) {
      const key = ['--key', 'host.key', '--to', 'a', '--source', 'x', '--keep-last', '1']
      expect(await stoppedBy('backup', goesOn, ...key)).toBe(false)
    }
  })
})
