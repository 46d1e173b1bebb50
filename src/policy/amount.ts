const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  kb: 1000,
  mb: 1000 ** 2,
  gb: 1000 ** 3,
}

/** Digits, perhaps grouped by `,` or `_`: "1,048,576" is 1048576. */
export function findCount(text: string): number | undefined {
  if (!/^[0-9][0-9,_]{0,18}$/.test(text)) return undefined
  const count = Number(text.replace(/[,_]/g, ''))
  return Number.isSafeInteger(count) ? count : undefined
}

/** A count with a unit: "64MiB", "1 GiB", "500 kB", or bare bytes. */
export function findBytes(text: string): number | undefined {
  const parts = /^([0-9][0-9,_]{0,18})\s?([a-z]{0,3})$/i.exec(text)
  if (parts === null) return undefined
  const count = findCount(parts[1] ?? '')
  const unit = UNITS[(parts[2] ?? '').toLowerCase()]
  if (count === undefined || unit === undefined) return undefined
  const bytes = count * unit
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

const SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400, w: 604_800 }

/** A time in seconds: "90m", "26h", "7d", "4w". */
export function findSeconds(text: string): number | undefined {
  const [, count, unit] = /^([1-9][0-9]{0,4})([mhdw])$/.exec(text) ?? []
  const seconds = SECONDS[unit ?? '']
  return seconds === undefined ? undefined : Number(count) * seconds
}
