import { existsSync, globSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { ENCODINGS, type Encoding, type EncodingCandidate, findEncoding } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ExportRequest } from '../seal/index.ts'
import { ATTEMPTS } from './prompts.ts'
import type { Session } from './session.ts'
import { assertNotBoth, type Values } from './values.ts'

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', ',': ',', ';': ';', '|': '|' } as const

/**
 * The exports that a command line names. Shells on Windows leave patterns to us; a file whose own name looks like a
 * pattern is taken as it is.
 *
 * @throws DatadeedError USAGE, or IO_READ for a pattern that nothing matches
 */
export function readExports(values: Values): ExportRequest[] {
  assertNotBoth(values, 'header', 'no-header')
  const paths = [...new Set(values.operands.flatMap(expand))]
  const names = readNames(values.list('name'), paths)
  const encoding = readEncoding(values.text('encoding'))
  const word = Object.entries(DELIMITERS).find(([name]) => name === values.text('delimiter'))
  const requests = paths.map((path): ExportRequest => {
    const name = names.get(path)
    return {
      path,
      ...(name === undefined ? {} : { name }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(word === undefined ? {} : { delimiter: word[1] }),
      ...(values.on('header') ? { header: true } : values.on('no-header') ? { header: false } : {}),
    }
  })
  assertTableNames(requests)
  return requests
}

function expand(word: string): string[] {
  if (statSync(word, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatadeedError('IO_READ', say().cli.exportIsFolder({ folder: printable(word) }), {
      hints: [say().cli.hintExportIsFolder],
    })
  }
  if (existsSync(word) || !/[*?[{]/.test(word)) return [word]
  const found = globSync(word).sort()
  if (found.length > 0) return found
  throw new DatadeedError('IO_READ', say().cli.noFileMatches({ pattern: printable(word) }), {
    hints: [say().cli.hintMissing],
  })
}

function readNames(given: readonly string[], paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const text of given) {
    const match = findNamed(text, paths)
    if (match !== undefined) {
      names.set(match.path, match.name)
      continue
    }
    const [only, ...more] = paths
    if (only !== undefined && more.length === 0 && !text.includes('=')) {
      names.set(only, text)
      continue
    }
    const file = text.slice(0, Math.max(0, text.indexOf('=')))
    const sentence = text.includes('=')
      ? say().cli.nameMatchesNothing({ file: printable(file) })
      : say().cli.nameNeedsFile({ name: printable(text) })
    throw new DatadeedError('USAGE', sentence, { hints: [say().cli.hintNameFile] })
  }
  return names
}

/** FILE=NAME, where FILE is an export as given or its base name; both may hold "=" themselves. */
function findNamed(text: string, paths: readonly string[]): { path: string; name: string } | undefined {
  for (const path of paths) {
    for (const file of [path, basename(path)]) {
      if (text.startsWith(`${file}=`)) return { path, name: text.slice(file.length + 1) }
    }
  }
  return undefined
}

function readEncoding(text: string | undefined): Encoding | undefined {
  if (text === undefined) return undefined
  const encoding = findEncoding(text)
  if (encoding !== undefined) return encoding
  throw new DatadeedError(
    'USAGE',
    say().cli.unknownEncoding({ got: printable(text), known: ENCODINGS.join(', ') }),
    { hints: [say().cli.hintUnknownEncoding] },
  )
}

function assertTableNames(requests: readonly ExportRequest[]): void {
  const seen = new Map<string, string>()
  for (const { path, name } of requests) {
    const table = (name ?? basename(path, extname(path))).normalize('NFC').toLowerCase()
    const first = seen.get(table)
    if (first !== undefined) {
      const names = { name: printable(table), first: printable(first), second: printable(path) }
      throw new DatadeedError('USAGE', say().cli.sameTableName(names), {
        hints: [say().cli.hintSameTableName({ file: printable(path) })],
      })
    }
    seen.set(table, path)
  }
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
