import fc from 'fast-check'

const digits = fc.stringMatching(/^\d{1,20}$/)
const pad = (number: number, length: number): string => String(number).padStart(length, '0')
const day = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.nat(13), fc.nat(32))
  .map(([year, month, date]) => `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)
const time = fc
  .tuple(fc.nat(24), fc.nat(60), fc.nat(60))
  .map((parts) => parts.map((part) => pad(part, 2)).join(':'))

/** Texts that are, or nearly are, values of a type; none has a quote. */
export const anyCell = fc.oneof(
  fc.constantFrom(
    'true',
    'false',
    't',
    'f',
    'T',
    'True',
    'yes',
    '1',
    '0',
    '-0',
    '',
    ' 1',
    '+1',
    'NaN',
    'infinity',
  ),
  fc.integer().map(String),
  fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map(String),
  fc.constantFrom(
    ...[31, 63].flatMap((bits) =>
      [-1n, 0n, 1n].flatMap((more) => [`${2n ** BigInt(bits) + more}`, `${-(2n ** BigInt(bits)) + more}`]),
    ),
  ),
  digits,
  fc.tuple(fc.constantFrom('', '-'), digits, digits).map(([sign, whole, part]) => `${sign}${whole}.${part}`),
  fc
    .tuple(fc.constantFrom('0.', '-0.', '1.', '.'), fc.stringMatching(/^0{0,6}[0-9]{0,12}$/))
    .map((parts) => parts.join('')),
  fc.double().map(String),
  day,
  fc
    .tuple(day, fc.constantFrom(' ', 'T'), time, fc.constantFrom('', '.5', '.50', '.123456', '.1234567', 'Z'))
    .map((parts) => parts.join('')),
)
