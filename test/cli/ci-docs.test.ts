import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { parse } from 'yaml'
import { openWithPassphrase, sealWithPassphrase } from '../../src/crypto/index.ts'
import { createParty, fingerprintDigits, readCard, writeParty } from '../../src/identity/index.ts'
import { PROGRAM } from '../built-program.ts'
import { itNeeds } from '../interop/needs.ts'
import { COMPILED, Desk } from './run-cli.ts'

interface Step {
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
}

interface GitLabJob {
  readonly variables?: Readonly<Record<string, string>>
  readonly script: readonly string[]
}

const ROOT = join(import.meta.dirname, '..', '..')
const doc = readFileSync(join(ROOT, 'docs', 'ci.md'), 'utf8')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
/** Not run: the program is there. */
const INSTALL = `npm install --global ./datadeed-${version}.tgz`
const PASSPHRASE = 'correct horse battery staple 7391'
const itInBash = itNeeds('bash', 'bash')

let desk: Desk
let digits: string
let readerKey: string
beforeAll(async () => {
  desk = new Desk()
  for (const name of ['bin', 'project/cards', 'project/exports', 'runner', 'var/lib/node_exporter'])
    mkdirSync(desk.path(name), { recursive: true })
  mkdirSync(desk.path('backups'), { mode: 0o700 })
  const program = desk.path('bin/datadeed')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`)
  chmodSync(program, 0o755)
  const archive = await createParty({ name: 'archive', role: 'both', now: new Date() })
  await writeParty(desk.path('project/cards'), archive)
  digits = fingerprintDigits(archive.card.fingerprint)
  readerKey = await lock(take('project/cards/archive.key'))
  writeFileSync(desk.path('project/exports/customers.csv'), 'id,amount\n1,10.00\n2,20.50\n')
  writeFileSync(desk.path('project/nightly-host.passphrase'), `${PASSPHRASE}\n`)
})
afterAll(() => desk[Symbol.dispose]())

/** The examples in one language, with their folders inside this test's own. */
function examples(language: 'yaml' | 'sh'): string[] {
  const blocks = doc.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))
  return Array.from(blocks, ([, text = '']) =>
    text
      .replaceAll('/var/lib/', `${desk.path('var/lib')}/`)
      .replaceAll('/backups/', `${desk.path('backups')}/`),
  )
}

/** As the runner of a CI starts a script: exit 0, or all that was said. */
function bash(script: string, env: Readonly<Record<string, string>>): void {
  const path = `${desk.path('bin')}${delimiter}${process.env.PATH}`
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]
  const { status, stdout, stderr } = spawnSync('bash', words, {
    cwd: desk.path('project'),
    env: { PATH: path, LANG: 'C.UTF-8', RUNNER_TEMP: desk.path('runner'), ...COMPILED, ...env },
    encoding: 'utf8',
  })
  expect({ status, said: `${script}\n${stdout}${stderr}` }).toMatchObject({ status: 0 })
}

/** Reads a file, and removes it. */
function take(name: string): Buffer {
  const content = readFileSync(desk.path(name))
  rmSync(desk.path(name))
  return content
}

/** The same key behind the same passphrase, which is tried in no time. */
function lock(key: Uint8Array): Promise<string> {
  return sealWithPassphrase(key, Buffer.from(PASSPHRASE), 4)
}

const links = (): string[] =>
  readdirSync(desk.path('backups/shop'))
    .filter((name) => /^\d/.test(name))
    .sort()

describe('the examples of docs/ci.md', () => {
  itInBash(
    'begin a series by hand, and run in GitHub Actions and GitLab CI as they stand there',
    async () => {
      const [policy = '', github = '', gitlab = '', cache = ''] = examples('yaml')
      expect(examples('yaml')).toHaveLength(4)
      writeFileSync(desk.path('project/datadeed.yaml'), policy)
      const [host = '', drills = ''] = examples('sh')
      const [made = '', rest = ''] = host.split(/(?<=keygen.*\n)/)
      // The key lies behind a lock of full strength; the commands that follow open one that opens at once.
      bash(made, {})
      const key = await openWithPassphrase(take('project/nightly-host.key'), Buffer.from(PASSPHRASE))
      const hostKey = await lock(key)
      writeFileSync(desk.path('project/nightly-host.key'), hostKey, { mode: 0o600 })
      bash(`${made.split('\n')[0]}\n${rest}`, { ARCHIVE_DIGITS: digits })
      renameSync(desk.path('project/nightly-host.card'), desk.path('project/cards/nightly-host.card'))
      const { fingerprint } = await readCard(desk.path('project/cards/nightly-host.card'))
      writeFileSync(desk.path('project/reader.key'), readerKey, { mode: 0o600 })
      writeFileSync(desk.path('project/reader.passphrase'), PASSPHRASE, { mode: 0o600 })
      bash(drills, { HOST_DIGITS: fingerprintDigits(fingerprint) })
      rmSync(desk.path('project/nightly-host.key'))
      const passphrase = take('project/nightly-host.passphrase').toString().trim()
      const secrets = {
        ...{ HOST_KEY: hostKey, HOST_PASSPHRASE: passphrase },
        ...{ READER_KEY: readerKey, READER_PASSPHRASE: PASSPHRASE },
      }
      const filled = (env: Step['env'] = {}): Record<string, string> =>
        Object.fromEntries(
          Object.entries(env).map(([name, value]) => [
            name,
            value.replace(/^\$\{\{ (\w+)\.(\w+) \}\}$/, fill),
          ]),
        )
      const fill = (_: string, from: string, name: string): string => {
        const known: Readonly<Record<string, string>> =
          from === 'secrets' ? secrets : { ARCHIVE_DIGITS: digits }
        return known[name] ?? expect.fail(`${from}.${name} is not told of in the text`)
      }
      const runStep = ({ run, env }: Step, more: Record<string, string>): void => {
        if (run === undefined || run.trim() === INSTALL) return
        const all = { ...more, ...filled(env) }
        if (run.includes('datadeed '))
          for (const secret of Object.values(secrets))
            expect(Object.values(all).join('\n')).not.toContain(secret.trim())
        bash(run, all)
      }

      const { env, jobs } = parse(github) as {
        readonly env: Record<string, string>
        readonly jobs: Readonly<
          Record<string, { readonly env?: Step['env']; readonly steps: readonly Step[] }>
        >
      }
      for (const job of Object.values(jobs))
        for (const step of job.steps) runStep(step, { ...env, ...job.env })
      expect(links()).toEqual(['000001.deed', '000002.mark'])
      expect(readdirSync(desk.path('runner'))).toEqual([])
      expect(existsSync(desk.path('var/lib/node_exporter/datadeed.prom'))).toBe(true)

      // A home that was lost, as where a cache is.
      rmSync(desk.path('var/lib/datadeed'), { recursive: true })
      for (const step of parse(cache) as Step[]) runStep(step, env)

      const files = Object.fromEntries(
        Object.keys(secrets).map((name) => [name, desk.path(`runner/${name}`)]),
      )
      for (const [name, text] of Object.entries(secrets)) writeFileSync(`${files[name]}`, text)
      const { default: common, variables, ...pipeline } = parse(gitlab)
      expect(common.before_script).toEqual([INSTALL])
      for (const job of Object.values(pipeline) as GitLabJob[])
        bash(job.script.join('\n'), { ...variables, ...job.variables, ...files })
      // By hand, and by each CI.
      expect(readdirSync(desk.path('backups/shop/drills'))).toHaveLength(3)
      expect(links()).toEqual(['000001.deed', '000002.mark', '000003.deed'])
    },
  )
})
