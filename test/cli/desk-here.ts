import { runCommandLine } from '../../src/cli/run.ts'
import { recordingIo } from './recording-io.ts'
import { Desk, type Transcript } from './run-cli.ts'

/** A desk whose commands run in this process. */
export class DeskHere extends Desk {
  /** As a desk runs it in a process of its own, but for stdin: where that process is not what is tested. */
  override async run(
    words: readonly string[],
    { env = {} }: { readonly env?: Readonly<Record<string, string>> } = {},
  ): Promise<Transcript> {
    const { io, heard } = recordingIo(this, { env: { LANG: 'C.UTF-8', ...env } })
    const before = process.cwd()
    process.chdir(this.folder)
    try {
      return { exit: await runCommandLine(words, io), ...heard }
    } finally {
      process.chdir(before)
    }
  }

  /** Words with spaces between them; `@NAME` is a file of the desk. What has spaces itself comes behind them. */
  async here(line: string, ...more: readonly string[]) {
    const words = line.split(' ').map((word) => (word.startsWith('@') ? this.path(word.slice(1)) : word))
    const { io, heard } = recordingIo(this)
    return { exit: await runCommandLine([...words, ...more], io), ...heard }
  }

  async facts(line: string, ...more: readonly string[]) {
    return JSON.parse((await this.here(line, ...more, '--json')).stdout)
  }

  /** Makes a key and card, and trusts it; the digits. */
  async party(name: string, more = ''): Promise<string> {
    await this.here(`keygen ${name} -o @. --no-passphrase${more}`)
    const { digits } = (await this.facts(`card show @${name}.card`)).card
    await this.here(`card trust @${name}.card --fingerprint`, digits)
    return digits
  }
}
