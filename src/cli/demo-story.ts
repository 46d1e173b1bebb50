import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DatadeedError, InternalError } from '../errors.ts'
import { readCard } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { digitsOf } from './cards.ts'
import { describeCommandLine } from './command-line.ts'
import { buildMemberList, buildOrderList, buildPolicy, encodeGb18030 } from './demo-exports.ts'
import { assertNew } from './files.ts'
import type { Io } from './io.ts'

const SELLER = '加喜门店'
const BUYER = 'buyer'
const AUDITOR = 'auditor'
const MEMBERS = '会员.csv'
const ORDERS = 'orders.csv'
const POLICY = 'datadeed.yaml'
const DEED = 'handover.deed'
const HOME = 'home'

/** One command of the story: its line as it can be typed again, and all that it printed. */
interface ToldStep {
  readonly command: string
  readonly output: string
}

interface ComparedFile {
  readonly file: string
  readonly sha256: string
  readonly restoredSha256: string
}

export interface Story {
  readonly folder: string
  readonly steps: readonly ToldStep[]
  readonly compared: readonly ComparedFile[]
}

export interface Telling {
  readonly io: Io
  /** Runs one command line as if it had been typed; answers with its exit code or throws. */
  readonly run: (words: readonly string[], io: Io) => Promise<number>
  /** Hears each part of the story as it happens. */
  readonly tell: (text: string) => Promise<void>
}

/**
 * The whole hand-over in a new folder, each step a real command line run by the real command. The working directory is
 * that folder meanwhile, so that the lines mean the same when they are typed again there.
 *
 * @throws DatadeedError EXISTS if the folder is there already, and whatever a step throws
 */
export async function tellStory(folder: string, telling: Telling): Promise<Story> {
  assertNew(folder)
  const made = resolve(folder)
  const first = await mkdir(made, { recursive: true })
  const before = process.cwd()
  process.chdir(folder)
  try {
    const steps = await tellSteps(telling)
    const compared = await Promise.all([MEMBERS, ORDERS].map(compareFile))
    return { folder: made, steps, compared }
  } catch (error) {
    process.chdir(before)
    await removeMade(made, first ?? made)
    throw error
  } finally {
    process.chdir(before)
  }
}

/** Takes away the folder of a story that failed, and the folders above that were made for it alone. */
async function removeMade(folder: string, first: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true })
    for (let above = dirname(folder); above.length >= first.length; above = dirname(above)) await rmdir(above)
  } catch {
    // What went wrong before is what a person must know.
  }
}

async function tellSteps(telling: Telling): Promise<ToldStep[]> {
  const words = say().cli.demo
  const steps: ToldStep[] = []
  const step = async (...line: string[]) => void steps.push(await runStep(line, telling))
  const { tell, io } = telling

  await writeFile(MEMBERS, encodeGb18030(buildMemberList()))
  await writeFile(ORDERS, buildOrderList())
  await tell(`\n$ ${io.platform === 'win32' ? 'set' : 'export'} DATADEED_HOME=${HOME}\n`)
  await tell(`\n${words.keys}\n`)
  for (const name of [SELLER, BUYER, AUDITOR]) await step('keygen', name, '--no-passphrase')
  await tell(`\n${words.trust}\n`)
  for (const name of [SELLER, BUYER, AUDITOR]) {
    const digits = digitsOf(await readCard(`${name}.card`))
    await step('card', 'trust', `${name}.card`, '--fingerprint', digits)
  }
  await tell(`\n${words.classify}\n`)
  await step('classify', MEMBERS, ORDERS)
  await tell(`\n${words.policy}\n\n`)
  const policy = buildPolicy({ all: BUYER, some: AUDITOR, head: words.policyHead })
  await writeFile(POLICY, policy)
  await tell(policy.replace(/^(?=.)/gm, '    '))
  await tell(`\n${words.seal}\n`)
  const to = ['--to', `${BUYER}.card`, '--to', `${AUDITOR}.card`]
  await step('seal', MEMBERS, ORDERS, '--key', `${SELLER}.key`, ...to, '--policy', POLICY, '-o', DEED)
  await tell(`\n${words.inspect}\n`)
  await step('inspect', DEED)
  await tell(`\n${words.verify}\n`)
  await step('verify', DEED, '--from', `${SELLER}.card`)
  await tell(`\n${words.restore}\n`)
  await step('restore', DEED, '--from', `${SELLER}.card`, '--key', `${BUYER}.key`, '-o', 'restored')
  await tell(`\n${words.restorePart}\n`)
  await step('restore', DEED, '--from', `${SELLER}.card`, '--key', `${AUDITOR}.key`, '-o', 'restored-auditor')
  await tell(`\n${words.compare}\n\n`)
  return steps
}

async function runStep(line: readonly string[], { io, run, tell }: Telling): Promise<ToldStep> {
  const command = describeCommandLine(line, io.platform)
  await tell(`\n$ ${command}\n`)
  const parts: string[] = []
  const exit = await run(line, {
    env: { ...withoutSettings(io.env), DATADEED_HOME: HOME },
    platform: io.platform,
    signal: io.signal,
    out: async (text) => void parts.push(text),
    err: (text) => void parts.push(text),
    live: false,
    colour: false,
    paint: (_colour, word) => word,
  })
  const output = parts.join('')
  await tell(output)
  if (exit !== 0) throw new InternalError(say().cli.demo.failed({ step: command, exit }))
  return { command, output }
}

/** The visitor's own settings would change what the story says. */
function withoutSettings(env: Io['env']): Io['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('DATADEED_')))
}

async function compareFile(file: string): Promise<ComparedFile> {
  const [sha256, restoredSha256] = await Promise.all([digestFile(file), digestFile(join('restored', file))])
  if (sha256 !== restoredSha256) throw new DatadeedError('DIFFERENT', say().cli.demo.differs)
  return { file, sha256, restoredSha256 }
}

async function digestFile(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
