import type { SourceDescription } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** What a manifest or an opened export says of where a table was read. */
export type ToldSource = {
  readonly kind: SourceDescription['kind']
  readonly encoding?: string
  readonly encodingBy?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly from?: 'table' | 'view' | 'query'
  readonly serverVersion?: string
  readonly compression?: 'gzip' | 'zstd' | undefined
  readonly files?: number | undefined
}

/** In one line, for people. */
export function describeSource(source: ToldSource): string {
  const words = say().sources
  const parts = [mainPart(source)]
  if (source.compression !== undefined) parts.push(words.compressed({ by: source.compression }))
  if (source.files !== undefined) parts.push(words.files({ files: source.files }))
  return parts.join(words.join)
}

function mainPart(source: ToldSource): string {
  const words = say().sources
  switch (source.kind) {
    case 'csv':
      return words.csv({
        encoding: printable(source.encoding ?? ''),
        encodingBy: describeEncodingBy(source.encodingBy ?? ''),
        delimiter: source.delimiter === '\t' ? 'TAB' : printable(source.delimiter ?? ''),
      })
    case 'jsonl':
      return words.jsonl
    case 'json':
      return words.json
    case 'xlsx':
      return words.xlsx({ sheet: printable(source.sheet ?? '') })
    case 'sqlite':
      return words.sqlite({ from: words.from[source.from ?? 'table'] })
    case 'postgres':
      return words.postgres({
        from: words.from[source.from ?? 'table'],
        version: printable(source.serverVersion ?? ''),
      })
    default:
      return source.kind satisfies never
  }
}

/** How the encoding was found, in words where we have them. */
function describeEncodingBy(by: string): string {
  const known: Readonly<Record<string, string>> = say().report.encodingBy
  return Object.hasOwn(known, by) ? (known[by] ?? by) : printable(by)
}
