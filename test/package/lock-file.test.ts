import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const checkout = join(import.meta.dirname, '..', '..')

/** What of the checkout a test run needs. */
const CHECKOUT = [
  'bin',
  'src',
  'test',
  'fixtures',
  'package.json',
  'npm-shrinkwrap.json',
  'tsconfig.json',
  'vitest.config.ts',
]

interface Lock {
  readonly lockfileVersion: number
  readonly packages: Record<string, LockedPackage>
}

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

const lock = JSON.parse(readFileSync(join(checkout, 'npm-shrinkwrap.json'), 'utf8')) as Lock
const locked = Object.entries(lock.packages).filter(([place]) => place !== '')

describe('I02 the lock file', () => {
  it('has an exact version and a digest for every package, and leaves the place to whoever installs', () => {
    expect(locked.length).toBeGreaterThan(50)
    const faulty = locked.filter(
      ([, { version = '', integrity = '', resolved, link }]) =>
        !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ||
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ||
        resolved !== undefined ||
        link === true,
    )
    expect(faulty).toEqual([])
  })

  it('I01 names one package with an install script: the Node for machines with an older one', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect(scripted.map(([place]) => place)).toEqual(['node_modules/node'])
  })

  it('has exact versions in package.json, and those in itself', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(checkout, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
    }
  })
})

describe('I02 npm ci', () => {
  let prepared: string
  let folder: string
  const at = (...names: string[]): string => join(folder, ...names)

  /** Without network and without the cache that is there. */
  function npm(...words: string[]): { readonly status: number | null; readonly stderr: string } {
    const apart = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', at('cache')]
    const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const
    return spawnSync('npm', [...words, ...apart], options)
  }

  /** A package that depends on another, which lies beside it as a tarball, in two versions. */
  beforeAll(() => {
    prepared = mkdtempSync(join(tmpdir(), 'datadeed-lock-'))
    folder = prepared
    mkdirSync(at('part'))
    for (const version of ['2.0.0', '1.0.0']) {
      writeFileSync(at('part', 'package.json'), JSON.stringify({ name: 'part', version }))
      npm('pack', './part')
    }
    depend('1.0.0')
    npm('install')
    expect(npm('ci').status).toBe(0)
    rmSync(at('node_modules'), { recursive: true })
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'datadeed-lock-'))
    cpSync(prepared, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  afterAll(() => rmSync(prepared, { recursive: true, force: true }))

  function depend(version: string): void {
    const dependencies = { part: `file:part-${version}.tgz` }
    writeFileSync(at('package.json'), JSON.stringify({ name: 'whole', version: '1.0.0', dependencies }))
  }

  it('refuses a package.json that the lock file was not made for', () => {
    depend('2.0.0')
    const { status, stderr } = npm('ci')
    expect([status === 0, /EUSAGE/.test(stderr)]).toEqual([false, true])
    expect(existsSync(at('node_modules', 'part'))).toBe(false)
  })

  it('refuses a package whose bytes are not those of the lock file', () => {
    const text = readFileSync(at('package-lock.json'), 'utf8')
    const edited = text.replace(/sha512-./, (start) => start.slice(0, -1) + (start.endsWith('A') ? 'B' : 'A'))
    expect(edited).not.toBe(text)
    writeFileSync(at('package-lock.json'), edited)
    const { status, stderr } = npm('ci')
    expect([status === 0, /EINTEGRITY/.test(stderr)]).toEqual([false, true])
    expect(existsSync(at('node_modules', 'part'))).toBe(false)
  })
})

describe('I01 a Node of the machine, without the one that npm would install', () => {
  /** Runs words in a checkout with a Node that lies elsewhere on PATH. */
  const runIn = (cwd: string, ...words: string[]) => {
    const PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
    return spawnSync(process.execPath, words, { cwd, encoding: 'utf8', env: { PATH } })
  }

  function expectToWork(cwd: string): void {
    const tests = runIn(cwd, 'node_modules/vitest/vitest.mjs', 'run', 'test/ingest/json-name.test.ts')
    expect([tests.status, tests.stdout.includes('passed')]).toEqual([0, true])
    expect(runIn(cwd, 'bin/datadeed.js', '--version').status).toBe(0)
  }

  it('runs the tests and the program', () => expectToWork(checkout))

  if (process.env.DATADEED_TEST_LONG === undefined) return
  it('runs them after `npm ci --ignore-scripts`', () => {
    const folder = mkdtempSync(join(tmpdir(), 'datadeed-checkout-'))
    try {
      for (const name of CHECKOUT) cpSync(join(checkout, name), join(folder, name), { recursive: true })
      const words = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
      expect(spawnSync('npm', words, { cwd: folder, shell: process.platform === 'win32' }).status).toBe(0)
      expectToWork(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 600_000)
})
