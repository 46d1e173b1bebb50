import { readFileSync } from 'node:fs'
import { fingerprintDigits, writeParty } from '../../src/identity/index.ts'
import type { Desk } from '../cli/run-cli.ts'
import { party } from './make-deed.ts'

/** Key files and cards on the desk, and the words of the command line that use them. */
export interface Words {
  readonly seal: (exports: readonly string[], output: string) => string[]
  readonly restore: (deed: string, output: string) => string[]
  readonly verify: (deed: string) => string[]
  /** Every private key in the key files, as it stands there. */
  readonly secrets: readonly string[]
}

export async function layOutKeys(desk: Desk): Promise<Words> {
  const secrets: string[] = []
  const confirm = new Map<string, string[]>()
  for (const name of ['seller', 'buyer']) {
    const { keyPath } = await writeParty(desk.folder, await party(name))
    const { sign, open } = JSON.parse(readFileSync(keyPath, 'utf8'))
    secrets.push(...Object.values<string>(sign), ...Object.values<string>(open))
    confirm.set(name, ['--confirm', fingerprintDigits((await party(name)).card.fingerprint)])
  }
  const from = ['--from', desk.path('seller.card'), ...(confirm.get('seller') ?? [])]
  const buyer = ['--key', desk.path('buyer.key')]
  const to = ['--to', desk.path('buyer.card'), ...(confirm.get('buyer') ?? [])]
  const seller = ['--key', desk.path('seller.key'), ...to]
  return {
    seal: (exports, output) => ['seal', ...exports, ...seller, '--classic', '-o', output],
    restore: (deed, output) => ['restore', deed, ...from, ...buyer, '-o', output],
    verify: (deed) => ['verify', deed, ...from, ...buyer],
    secrets,
  }
}
