import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ExportSource } from './sources.ts'
import type { Values } from './values.ts'

interface Expectations {
  readonly expectRows?: number
  readonly expectSha256?: string
}

/** What the export's maker told of it. @throws DatadeedError USAGE */
export function readExpectations(values: Values, sources: readonly ExportSource[]): Expectations {
  const [rows, digest] = [values.text('expect-rows'), values.text('expect-sha256')]
  if (rows !== undefined) assertOne('expect-rows', sources.length)
  if (digest !== undefined) {
    assertOne(
      'expect-sha256',
      sources.reduce((sum, { joined }) => sum + (joined?.paths.length ?? 1), 0),
    )
  }
  return {
    ...(rows === undefined ? {} : { expectRows: readCount(rows) }),
    ...(digest === undefined ? {} : { expectSha256: readDigest(digest) }),
  }
}

function assertOne(flag: string, got: number): void {
  if (got > 1) throw new DatadeedError('USAGE', say().cli.expectsOne({ flag, got }))
}

function readCount(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const told = { flag: 'expect-rows', got: printable(text), least: 0, most: 10 ** 15 - 1 }
  throw new DatadeedError('USAGE', say().cli.notANumber(told))
}

function readDigest(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase()
  throw new DatadeedError('USAGE', say().cli.notADigest({ got: printable(text) }))
}
