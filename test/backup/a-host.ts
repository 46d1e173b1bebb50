import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommandLine } from '../../src/cli/run.ts'
import { createParty, type Party, trustCard, writeParty } from '../../src/identity/index.ts'
import { recordingIo } from '../cli/recording-io.ts'
import { Desk } from '../cli/run-cli.ts'

export const ORDERS = 'id,amount\n1,10.00\n2,20.50\n'

/** A host whose key only signs, a reader, and a series of one small table. */
export class Host implements Disposable {
  readonly desk = new Desk()
  readonly parties = new Map<string, Party>()

  static async make(): Promise<Host> {
    const host = new Host()
    const { desk, parties } = host
    for (const [name, role] of [
      ['host', 'sign'],
      ['archive', 'both'],
      ['other', 'both'],
    ] as const) {
      const party = await createParty({ name, role, now: new Date('2026-11-01T00:00:00Z') })
      parties.set(name, party)
      await writeParty(desk.folder, party)
      if (role === 'both') await trustCard(desk.path('home'), party.card)
    }
    host.write(ORDERS)
    return host
  }

  write(text: string): void {
    writeFileSync(this.at('orders.csv'), text)
  }

  at(...names: readonly string[]): string {
    return join(this.desk.folder, ...names)
  }

  async run(...words: readonly string[]) {
    const { io, heard } = recordingIo(this.desk)
    const exit = await runCommandLine(words, io)
    return { exit, ...heard }
  }

  /** A document on stdout, with the exit code. */
  async json(...words: readonly string[]) {
    const { exit, stdout, stderr } = await this.run(...words, '--json')
    return { exit, stderr, document: JSON.parse(stdout) }
  }

  begin(folder: string, ...more: readonly string[]) {
    const key = ['--key', this.at('host.key')]
    return this.run(
      'backup',
      'init',
      '--series',
      this.at(folder),
      ...key,
      '--to',
      'archive',
      '--classic',
      ...more,
    )
  }

  backup(folder: string, ...more: readonly string[]) {
    const where = [
      '--series',
      this.at(folder),
      '--source',
      this.at('orders.csv'),
      '--key',
      this.at('host.key'),
    ]
    return this.json('backup', 'run', ...where, '--workers', '1', ...more)
  }

  look(command: 'list' | 'verify' | 'status', folder: string, ...more: readonly string[]) {
    return this.json('backup', command, '--series', this.at(folder), ...more)
  }

  [Symbol.dispose](): void {
    this.desk[Symbol.dispose]()
  }
}
