import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MEMBER_COLUMNS } from './member-export.ts'

const checkout = join(import.meta.dirname, '..', '..')

/** datadeed as a user has it installed, with a seller and a reader of its own. */
export interface Program {
  /** The words that start it, to which a command's own words are added. */
  readonly start: readonly [string, string]
  readonly env: NodeJS.ProcessEnv
  readonly sellerKey: string
  /** A key file locked with the passphrase in the other file, and its card. */
  readonly locked: { readonly key: string; readonly card: string; readonly passphraseFile: string }
  readonly sellerCard: string
  readonly readerKey: string
  readonly readerCard: string
  readonly partnerKey: string
  readonly policy: string
  /** The same, under which nothing is classified. */
  readonly namesPolicy: string
  /** The same, but that the partner reads one of its five compartments. */
  readonly partnerPolicy: string
}

/** Builds `dist` and puts it, with `bin` and package.json but no sources, into `folder`: what a package manager installs. */
export function stageProgram(folder: string): Program {
  execFileSync(process.execPath, [join(checkout, 'node_modules', 'rolldown', 'bin', 'cli.mjs'), '-c'], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const installed = join(folder, 'installed')
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(checkout, part), join(installed, part), { recursive: true })
  }
  symlinkSync(join(checkout, 'node_modules'), join(installed, 'node_modules'), 'junction')
  return prepareParties(folder, [process.execPath, join(installed, 'bin', 'datadeed.js')])
}

function prepareParties(folder: string, start: readonly [string, string]): Program {
  const parties = join(folder, 'parties')
  mkdirSync(parties)
  const { NODE_OPTIONS: _, ...inherited } = process.env
  const env = { ...inherited, DATADEED_HOME: join(folder, 'home'), DATADEED_LANG: 'en' }
  const run = (...words: string[]): string => {
    const [program, script] = start
    return execFileSync(program, [script, ...words], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
  const passphraseFile = join(folder, 'passphrase')
  writeFileSync(passphraseFile, 'a benchmark has no secrets\n', { mode: 0o600 })
  for (const name of ['seller', 'reader', 'partner', 'locked']) {
    const lock = name === 'locked' ? ['--passphrase-file', passphraseFile] : ['--no-passphrase']
    run('keygen', name, ...lock, '-o', parties)
    const card = join(parties, `${name}.card`)
    run('card', 'trust', card, '--fingerprint', findDigits(run('card', 'show', card)))
  }
  const policy = join(folder, 'datadeed.yaml')
  writeFileSync(policy, reviewedPolicy())
  const namesPolicy = join(folder, 'names.yaml')
  writeFileSync(namesPolicy, `${reviewedPolicy()}drift: names\n`)
  const partnerPolicy = join(folder, 'partner.yaml')
  writeFileSync(
    partnerPolicy,
    `${reviewedPolicy()}compartments:\n  general: { readers: [reader, partner] }\n`,
  )
  return {
    start,
    env,
    sellerKey: join(parties, 'seller.key'),
    locked: { key: join(parties, 'locked.key'), card: join(parties, 'locked.card'), passphraseFile },
    sellerCard: join(parties, 'seller.card'),
    readerKey: join(parties, 'reader.key'),
    readerCard: join(parties, 'reader.card'),
    partnerKey: join(parties, 'partner.key'),
    policy,
    namesPolicy,
    partnerPolicy,
  }
}

/** The six groups of five digits that a card shows. */
function findDigits(shown: string): string {
  const digits = /\d{5}(?:[ -]\d{5}){5}/.exec(shown)?.[0]
  if (digits === undefined) throw new Error('card show did not print a fingerprint')
  return digits
}

/** A policy that leaves nothing to the classifier: every column has its type and compartment. */
function reviewedPolicy(): string {
  const columns = MEMBER_COLUMNS.map(
    ({ header, type, compartment }) => `    ${header}: { type: ${type}, compartment: ${compartment} }`,
  )
  return ['version: 1', 'columns:', '  "*":', ...columns, 'unreviewed: refuse', ''].join('\n')
}

/** An empty folder that only its owner reads; what was there is removed. */
export function freshFolder(path: string): string {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  return path
}
