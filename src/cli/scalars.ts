import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const MOST_WORKERS = 64

export function readWorkers(text: string | undefined): number | undefined {
  return readCount('workers', text, MOST_WORKERS)
}

/** A number from 1 to `most`. */
export function readCount(flag: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (count >= 1 && count <= most) return count
  throw new DatadeedError('USAGE', say().cli.notANumber({ flag, got: printable(text), least: 1, most }))
}

/** A number of days, 0 included: `30` or `30d`. */
export function readDays(flag: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  const days = /^\d{1,5}d?$/.test(text) ? Number.parseInt(text, 10) : -1
  if (days >= 0 && days <= most) return days
  throw new DatadeedError('USAGE', say().cli.notANumber({ flag, got: printable(text), least: 0, most }))
}

/** Words with commas between them, in one value or in several. */
export function readList(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

export function readRole(text: string | undefined): 'sign' | 'open' | 'both' {
  return text === 'sign' || text === 'open' ? text : 'both'
}

/** A day, meaning its end in UTC, or an instant in UTC; later than now. */
export function readFutureDate(flag: string, text: string | undefined, now: Date): Date | undefined {
  if (text === undefined) return undefined
  const date = readDate(flag, text)
  if (date > now) return date
  throw new DatadeedError('USAGE', say().cli.dateHasPassed({ flag, got: printable(text) }), {
    hints: [say().cli.hintDateHasPassed({ flag })],
  })
}

/** A day, meaning its beginning in UTC, or an instant in UTC; not later than now. */
export function readPastDate(flag: string, text: string | undefined, now: Date): Date | undefined {
  if (text === undefined) return undefined
  const end = readDate(flag, text)
  const date = text.length === 10 ? new Date(`${text}T00:00:00Z`) : end
  if (date <= now) return date
  throw new DatadeedError('USAGE', say().cli.dateToCome({ flag, got: printable(text) }))
}

function readDate(flag: string, text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)
  const date = new Date(day ? `${text}T23:59:59Z` : text)
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text.slice(0, 10)
  if ((day || instant) && real) return date
  throw new DatadeedError('USAGE', say().cli.notADate({ flag, got: printable(text) }))
}
