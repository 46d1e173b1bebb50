import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')
const ROOTS = [
  'errors',
  'limits',
  'table',
  'strict-json',
  'free-buffer',
  'version',
  'workers',
  'kernel',
  'messages',
]

/** The table of src/README.md, read from there, so that the page cannot say anything else. */
function readTable(): Map<string, Set<string>> {
  const page = readFileSync(join(src, 'README.md'), 'utf8')
  const rows = page.matchAll(/^\| (\w+) \|([^|]*)\|$/gm)
  return new Map(
    Array.from(
      rows,
      ([, room = '', entered = '']) => [room, new Set(entered.match(/[a-z]+/g) ?? [])] as const,
    ).filter(([room]) => room !== 'room'),
  )
}

/** What threads load of a room that is large besides: see there. */
const THREADS_DOORS = [
  'ingest/cut-and-join.ts',
  'deed/blocks.ts',
  'classify/read-segments.ts',
  'classify/dates.ts',
]

const LIBRARY_HOMES: Readonly<Record<string, string>> = {
  commander: 'cli',
  ora: 'cli',
  chalk: 'cli',
  'csv-parse': 'ingest',
  'csv-stringify': 'report',
  'age-encryption': 'crypto',
  '@noble/post-quantum': 'crypto',
  'shamir-secret-sharing': 'crypto',
  yaml: 'policy',
  pg: 'postgres',
  'pg-copy-streams': 'postgres',
}

interface Import {
  readonly file: string
  readonly from: string
  readonly typeOnly: boolean
}

function readImports(): Import[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8')
    const statements = text.matchAll(
      /^(import|export)\b(\s+type\b)?[^'"]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm,
    )
    return Array.from(statements, (match) => ({
      file,
      from: match[3] ?? match[4] ?? '',
      typeOnly: match[2] !== undefined,
    }))
  })
}

const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? ''

describe('the import table of src/README.md', () => {
  const table = readTable()
  const imports = readImports()

  it('names every room that exists', () => {
    const rooms = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(new Set([...table.keys(), 'kernel', 'messages'])).toEqual(new Set(rooms))
  })

  it('is kept by every import of a room, through its door', () => {
    const broken = imports.flatMap(({ file, from, typeOnly }) => {
      if (!from.startsWith('.')) return []
      const target = relative(src, join(src, file, '..', from))
      const [here, there] = [roomOf(file), roomOf(target)]
      if (here === there || ROOTS.includes(there)) return []
      const allowed = here === 'cli' ? there !== 'cli' : table.get(here)?.has(there)
      const throughDoor = target === `${there}/index.ts` || THREADS_DOORS.includes(target)
      const pure = here !== 'report' || typeOnly
      return allowed && throughDoor && pure ? [] : [`${file} -> ${target}${pure ? '' : ' (types only)'}`]
    })
    expect(broken).toEqual([])
  })

  it('keeps the roots below every room', () => {
    const broken = imports.filter(({ file, from }) => {
      const target = relative(src, join(src, file, '..', from))
      return ROOTS.includes(roomOf(file)) && from.startsWith('.') && !ROOTS.includes(roomOf(target))
    })
    expect(broken).toEqual([])
  })

  it('gives each library one home', () => {
    const broken = imports.flatMap(({ file, from }) => {
      const library = from.startsWith('@')
        ? from.split('/').slice(0, 2).join('/')
        : (from.split('/')[0] ?? '')
      const home = LIBRARY_HOMES[library]
      return home === undefined || roomOf(file) === home ? [] : [`${file}: ${library} lives in ${home}`]
    })
    expect(broken).toEqual([])
  })
})
