import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../fixtures/xlsx/workbook.ts'
import { findPrograms } from '../interop/needs.ts'

const checkout = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'datadeed-package-'))
const installed = join(folder, 'node_modules', 'datadeed')
const bin = join(installed, 'bin', 'datadeed.js')

/** Packing builds, and installing asks the registry for what the cache does not have. */
const INSTALL_MS = 300_000
/** All that may stand beside `dist` in the tarball. */
const ALLOWED = /^(bin\/datadeed\.js|package\.json|npm-shrinkwrap\.json|LICENSE|README(\.zh-CN)?\.md)$/
/** A slow machine's bound; `npm run bench` tells the figure. */
const HELP_MS = 1000
const HELP_TRIES = 5

beforeAll(() => {
  // What an earlier build of other sources left there would be packed too.
  rmSync(join(checkout, 'dist'), { recursive: true, force: true })
  npm(checkout, 'pack', '--pack-destination', folder)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  npm(folder, 'install', join(folder, tarball), ...quiet)
}, INSTALL_MS)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed tarball', () => {
  it('I03 holds the program and its papers, and nothing else', () => {
    const files = listOwnFiles()
    const papers = files.filter((name) => !name.startsWith('dist/'))
    expect(papers.filter((name) => !ALLOWED.test(name))).toEqual([])
    expect(papers).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bin/datadeed.js', 'package.json']),
    )
  })

  it('holds the program, a script for each worker thread, and the licences of what was built in', () => {
    const built = listFiles(join(installed, 'dist'))
    const workers = listFiles(join(checkout, 'src')).flatMap(
      (name) => /[^/]*-worker(?=\.ts$)/.exec(name) ?? [],
    )
    expect(built.filter((name) => !name.startsWith('part-')).sort()).toEqual(
      ['cli.js', ...workers.map((name) => `${name}.js`), 'LIBRARIES.txt'].sort(),
    )
    const licences = readFileSync(join(installed, 'dist', 'LIBRARIES.txt'), 'utf8')
    const named = ['commander', 'zod', 'yaml', 'csv-parse', 'yauzl', 'saxes', 'pg', 'pg-copy-streams']
    for (const name of named) expect(licences).toContain(`${name} `)
    expect(listFiles(join(installed, 'dist')).some((name) => name.endsWith('.ts'))).toBe(false)
  })

  it('imports nothing by a name that only the checkout has', () => {
    for (const name of listFiles(join(installed, 'dist'))) {
      const text = readFileSync(join(installed, 'dist', name), 'utf8')
      expect(text, name).not.toMatch(/(from|import\()\s*['"]\.[^'"]*\.ts['"]/)
      // What a library would load if it were there is another program than the one that was tested.
      expect(text, name).not.toContain('pg-native')
    }
  })

  it('I03 holds no private key', () => {
    for (const name of listOwnFiles()) {
      const text = readFileSync(join(installed, name), 'utf8')
      expect(text, name).not.toMatch(/AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]{20}|BEGIN [A-Z ]*PRIVATE KEY/)
    }
  })

  it('runs no script of its own or of a dependency when it is installed', () => {
    for (const manifest of listFiles(folder).filter(isPackageManifest)) {
      const { scripts = {} } = JSON.parse(readFileSync(join(folder, manifest), 'utf8')) as {
        scripts?: Record<string, string>
      }
      for (const name of ['preinstall', 'install', 'postinstall'])
        expect(scripts[name], manifest).toBeUndefined()
    }
  })
})

describe('the installed program', () => {
  it('tells the whole story with `datadeed demo`', () => {
    const place = join(folder, 'a new folder 新')
    mkdirSync(place)
    const told = run(['demo'], place)
    expect(told.stderr + told.stdout).not.toContain('error:')
    expect(told.status).toBe(0)
    const files = listFiles(join(place, 'datadeed-demo'))
    expect(files).toContain('handover.deed')
    expectRestoredExports(join(place, 'datadeed-demo'), files)
  })

  it('reads a workbook, with what was built in', () => {
    writeFileSync(join(folder, 'members.xlsx'), tableOf([['姓名'], ['王小明']]))
    const told = run(['classify', 'members.xlsx', '--json'], folder)
    expect([told.status, JSON.parse(told.stdout).tables[0].source.kind]).toEqual([0, 'xlsx'])
  })

  it('shows its help quickly', () => {
    const times = Array.from({ length: HELP_TRIES }, () => {
      const started = performance.now()
      expect(run(['--help'], folder).status).toBe(0)
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(HELP_MS)
  })

  it('names its version', () => {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(run(['--version'], folder).stdout.trim()).toContain(version)
  })
})

describe('under a Node.js that is too old', () => {
  it('says so in one line and ends with 2, told a version', () => {
    const pretend = join(folder, 'pretend.cjs')
    writeFileSync(
      pretend,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '24.5.9' } })\n",
    )
    expectOneLine(spawnSync(process.execPath, ['-r', pretend, bin, 'demo'], { encoding: 'utf8' }), '24.5.9')
  })

  const old = findPrograms('node').find((path) => majorOf(path) < 24)
  if (old !== undefined) {
    it('says so in one line and ends with 2, run by one that is here', () => {
      expectOneLine(spawnSync(old, [bin, '--help'], { encoding: 'utf8' }), '24.6')
    })
  }
})

function expectOneLine({ status, stdout, stderr }: SpawnSyncReturns<string>, named: string): void {
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(/^error: /)
  expect(stderr).toContain(named)
}

/** The demo leaves exports and what was restored of them beside each other: the same names, the same bytes. */
function expectRestoredExports(demo: string, files: readonly string[]): void {
  const originals = files.filter((name) => /^[^/]*\.csv$/.test(name))
  expect(originals.length).toBeGreaterThanOrEqual(2)
  for (const name of originals) {
    const bytes = readFileSync(join(demo, name))
    const copies = files.filter((other) => other !== name && other.endsWith(`/${name}`))
    expect(
      copies.some((copy) => readFileSync(join(demo, copy)).equals(bytes)),
      name,
    ).toBe(true)
  }
}

function run(words: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const { NODE_OPTIONS: _, ...inherited } = process.env
  const env = { ...inherited, DATADEED_HOME: join(folder, 'home'), DATADEED_LANG: 'en' }
  return spawnSync(process.execPath, [bin, ...words], { cwd, env, encoding: 'utf8' })
}

function npm(cwd: string, ...words: string[]): void {
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', words, { cwd, shell: windows, stdio: 'pipe' })
}

function listFiles(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll(sep, '/'),
    )
}

/** Without the dependencies, which a shrinkwrapped package gets inside its own folder. */
function listOwnFiles(): string[] {
  return listFiles(installed).filter((name) => !name.startsWith('node_modules/'))
}

function isPackageManifest(path: string): boolean {
  return (
    /(^|\/)(@[^/]+\/)?[^/@]+\/package\.json$/.test(path) && /^(@[^/]+\/)?[^/]+\/package\.json$/.test(path)
  )
}

function majorOf(node: string): number {
  return Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 99)
}
