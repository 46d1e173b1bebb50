const DAY_MS = 86_400_000
/** Days by which two serials may differ and be the same: the last of the 15 digits that Excel keeps of one of today. */
const SERIAL_ERROR = 1e-10
/** Serials from here on, of the year 2173, have a digit more before the point. */
const TODAY_DAYS = 100_000
/** Day 0 of each system. From day 61 on the 1900 system is one ahead, for it counts a 29 February 1900. */
const DAY_ZERO = {
  '1900': Date.UTC(1899, 11, 31),
  '1904': Date.UTC(1904, 0, 1),
} as const
const LEAP_DAY = 60
const LAST_DAY = { '1900': 2_958_465, '1904': 2_957_003 } as const

export interface SheetDate {
  readonly text: string
  /** False if the text, turned into a serial again, is another one than the sheet has. */
  readonly exact: boolean
}

/**
 * The date that a serial number stands for (ECMA-376-1, 18.17.4), rounded to milliseconds, halves up, as Excel shows it.
 * Undefined where it stands for none: before the first day, after 9999, and day 60 of the 1900 system, which never was.
 *
 * @param stored - the number as the sheet has it
 * @param shown - `time` gives `hh:mm:ss` for what is less than a day; `clock` the time even at midnight
 */
export function sheetDate(
  stored: string,
  system: '1900' | '1904',
  shown: { readonly kind: 'date' | 'time'; readonly clock: boolean },
): SheetDate | undefined {
  const serial = Number(stored)
  if (!(serial >= 0)) return undefined
  const milliseconds = Math.round(serial * DAY_MS)
  const day = Math.floor(milliseconds / DAY_MS)
  const within = milliseconds - day * DAY_MS
  const error = serial < TODAY_DAYS ? SERIAL_ERROR : 10 * SERIAL_ERROR
  const exact = Math.abs(milliseconds / DAY_MS - serial) <= error
  if (day === 0 && shown.kind === 'time') return { text: clockOf(within), exact }
  if (day > LAST_DAY[system] || (system === '1900' && (day === 0 || day === LEAP_DAY))) return undefined
  const since = DAY_ZERO[system] + (system === '1900' && day > LEAP_DAY ? day - 1 : day) * DAY_MS
  const date = new Date(since).toISOString().slice(0, 10)
  return { text: within === 0 && !shown.clock ? date : `${date} ${clockOf(within)}`, exact }
}

function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
  const rest = milliseconds % 1000
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`
}

function two(number: number): string {
  const whole = Math.floor(number)
  return whole < 10 ? `0${whole}` : String(whole)
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{1,9})?))?Z?$|^T?(\d\d:\d\d:\d\d(?:\.\d{1,9})?)$/

/** A cell that holds its date as ISO 8601 text (`t="d"`, 18.18.11); undefined if it is no such text. */
export function isoDate(stored: string): string | undefined {
  const parts = ISO.exec(stored)
  if (parts === null) return undefined
  const [, date, time, alone] = parts
  if (date === undefined) return alone
  return time === undefined ? date : `${date} ${time}`
}
