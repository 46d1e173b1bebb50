import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM } from '../built-program.ts'

/** One deed of the classic suite in both forms, and what is needed to open it with other programs. */
export interface ClassicDeed extends Disposable {
  readonly home: string
  readonly file: string
  readonly folder: string
  /** The reader's X25519 identity, as `age -i` takes it. */
  readonly identity: string
  /** The seller's public keys, raw. */
  readonly ed25519: Buffer
  readonly mldsa65: Buffer
}

/** Seals a small export as anybody would, with the command line and keys made for this run. */
export function sealClassicDeed(): ClassicDeed {
  const home = mkdtempSync(join(tmpdir(), 'datadeed-interop-'))
  const at = (name: string): string => join(home, name)
  const run = (...words: string[]): void => {
    execFileSync(process.execPath, [PROGRAM, ...words, '--home', at('home'), '--lang', 'en'], {
      stdio: 'pipe',
    })
  }
  writeFileSync(at('members.csv'), 'name,mobile,points\r\n张伟,13800138000,12\r\n李娜,13900139000,\r\n')
  for (const party of ['seller', 'reader']) run('keygen', party, '--no-passphrase', '-o', home)
  const digits = execFileSync(process.execPath, [PROGRAM, 'card', 'show', at('reader.card'), '--json'], {
    encoding: 'utf8',
  })
  const confirm = (JSON.parse(digits) as { card: { digits: string } }).card.digits
  const seal = [
    'seal',
    at('members.csv'),
    '--key',
    at('seller.key'),
    '--to',
    at('reader.card'),
    '--confirm',
    confirm,
  ]
  run(...seal, '--classic', '-o', at('file.deed'))
  run(...seal, '--classic', '--folder', '-o', at('folder.deed'))

  const key = JSON.parse(readFileSync(at('reader.key'), 'utf8')) as { open: { classic: string } }
  writeFileSync(at('identity.txt'), `${key.open.classic}\n`, { mode: 0o600 })
  const card = JSON.parse(readFileSync(at('seller.card'), 'utf8')) as {
    sign: { ed25519: string; mldsa65: string }
  }
  return {
    home,
    file: at('file.deed'),
    folder: at('folder.deed'),
    identity: at('identity.txt'),
    ed25519: Buffer.from(card.sign.ed25519, 'base64'),
    mldsa65: Buffer.from(card.sign.mldsa65, 'base64'),
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  }
}
