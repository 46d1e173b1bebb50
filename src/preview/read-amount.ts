import { readExactAmount } from '../deed/blocks.ts'

/** Amounts are held as whole ten-thousandths: no amount of money goes through a floating-point number. */
export const AMOUNT_UNIT = 10_000n
const DECIMALS = 4

/** Reads a cell that is an amount of money, in ten-thousandths; what is smaller is cut off. Undefined for what is none. */
export function readAmount(cell: string): bigint | undefined {
  const amount = readExactAmount(cell)
  if (amount === undefined) return undefined
  const { value, scale } = amount
  return scale <= DECIMALS ? value * 10n ** BigInt(DECIMALS - scale) : value / 10n ** BigInt(scale - DECIMALS)
}
