import type { Io } from '../../src/cli/io.ts'
import type { Desk } from './run-cli.ts'

/** An Io of this process without a terminal that keeps what it is told; `person` makes it one where somebody answers. */
export function recordingIo(
  desk: Desk,
  { platform = process.platform, person, env = {} }: Partial<Pick<Io, 'platform' | 'person' | 'env'>> = {},
): { readonly io: Io; readonly heard: { stdout: string; stderr: string } } {
  const heard = { stdout: '', stderr: '' }
  const io: Io = {
    env: { DATADEED_HOME: desk.path('home'), ...env },
    platform,
    signal: new AbortController().signal,
    out: async (text) => {
      heard.stdout += text
    },
    err: (text) => {
      heard.stderr += text
    },
    live: false,
    colour: false,
    paint: (_colour, word) => word,
    ...(person && { person }),
  }
  return { io, heard }
}
