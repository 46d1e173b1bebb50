import { DatadeedError } from '../errors.ts'
import {
  type Delimiter,
  ENCODINGS,
  type Encoding,
  type EncodingCandidate,
  type ExportOptions,
  findEncoding,
  isDatabase,
  isJsonName,
} from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ExportRequest } from '../seal/index.ts'
import { EXPORT_OPTIONS } from './commands/shared-options.ts'
import { readExpectations } from './expectations.ts'
import { ATTEMPTS } from './prompts.ts'
import type { Session } from './session.ts'
import { assertStdinFree, readSources } from './sources.ts'
import { readNames } from './table-names.ts'
import { assertNotBoth, type Values } from './values.ts'
import { readWorkbookOptions } from './workbooks.ts'

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', ',': ',', ';': ';', '|': '|' } as const

/**
 * The exports that a command line names. Shells on Windows leave patterns to us; a file whose own name looks like a
 * pattern is taken as it is. A folder is one table, in as many files as lie in it.
 *
 * @throws DatadeedError USAGE, or IO_READ for a pattern that nothing matches
 */
export function readExports(values: Values): ExportRequest[] {
  assertNotBoth(values, 'header', 'no-header')
  assertNotBoth(values, 'header-row', 'no-header')
  assertStdinFree(values)
  const sources = readSources(values)
  const { byPath, byTable } = readNames(
    values.list('name'),
    sources.map(({ path }) => path),
  )
  const workbooks = readWorkbookOptions(values, sources)
  const encoding = readEncoding(values.text('encoding'))
  const delimiter = readDelimiter(values.text('delimiter'))
  const options = {
    ...(values.on('header') ? { header: true } : values.on('no-header') ? { header: false } : {}),
    ...readExpectations(values, sources),
    ...(byTable.size === 0 ? {} : { tableNames: byTable }),
  }
  const database = readDatabaseOptions(values)
  if (database !== undefined && !sources.some(({ path }) => isDatabase(path))) {
    throw new DatadeedError('USAGE', say().databases.noDatabase, { hints: [say().databases.hintNoDatabase] })
  }
  const text = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  }
  const isText = (path: string): boolean => !workbooks.has(path) && !isJsonName(path)
  const noText = !sources.some(({ path }) => isText(path))
  return sources.map((source): ExportRequest => {
    const workbook = workbooks.get(source.path)
    const name = byPath.get(source.path)
    const { joined } = source
    const named =
      joined === undefined || name === undefined ? source : { ...source, joined: { ...joined, name } }
    const chosen = database !== undefined && isDatabase(source.path) ? { database } : {}
    return {
      ...named,
      ...(name === undefined ? {} : { name }),
      ...options,
      // Beside CSVs a workbook or JSON takes no harm from what is said of them; alone it refuses it.
      ...(isText(source.path) || noText ? text : {}),
      ...(workbook === undefined ? {} : { workbook }),
      ...chosen,
    }
  })
}

function readDatabaseOptions(values: Values): ExportOptions['database'] {
  const [tables, query] = [values.list('table'), values.text('query')]
  if (tables.length === 0 && query === undefined) return undefined
  return { tables, query }
}

/** The exports as they were named, with the flags without which they would be read in another way. */
export function describeExports(values: Values): string[] {
  const flags = EXPORT_OPTIONS.filter(({ flag }) => values.on(flag)).flatMap(({ flag }) => {
    const given = values.list(flag)
    return given.length === 0 ? [`--${flag}`] : given.flatMap((value) => [`--${flag}`, value])
  })
  return [...values.operands, ...flags]
}

export function readDelimiter(text: string | undefined): Delimiter | undefined {
  return Object.entries(DELIMITERS).find(([name]) => name === text)?.[1]
}

export function readEncoding(text: string | undefined): Encoding | undefined {
  if (text === undefined) return undefined
  const encoding = findEncoding(text)
  if (encoding !== undefined) return encoding
  throw new DatadeedError(
    'USAGE',
    say().cli.unknownEncoding({ got: printable(text), known: ENCODINGS.join(', ') }),
    { hints: [say().cli.hintUnknownEncoding] },
  )
}

/** Asks which encoding is right, where several fit and somebody is there. */
export function askEncodingOf(session: Session) {
  const { person } = session
  if (person === undefined) return {}
  const askEncoding = async (
    path: string,
    candidates: readonly EncodingCandidate[],
  ): Promise<Encoding | undefined> => {
    const lines = candidates.map(({ encoding, headerLine }) => `  ${encoding}: ${printable(headerLine)}`)
    person.tell([say().cli.headerReads({ file: printable(path) }), ...lines].join('\n'))
    if (new Set(candidates.map(({ headerLine }) => headerLine)).size === 1) person.tell(say().cli.headerSame)
    const names = candidates.map(({ encoding }) => encoding)
    const question = say().cli.askEncoding({ file: printable(path), candidates: names.join(', ') })
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const chosen = findEncoding(await person.ask(question))
      if (chosen !== undefined && names.includes(chosen)) return chosen
    }
    return undefined
  }
  return { askEncoding }
}
