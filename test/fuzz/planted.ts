import type { Target } from './target.ts'

/** A reader with a fault that luck alone does not find: each byte must be right before the next one is looked at. */
export const plantedTarget: Target = {
  name: 'planted',
  seeds: [Buffer.from('....')],
  tokens: ['d', 'e', '!'],
  codes: [],
  read(input) {
    if (input[0] !== 0x64) return
    if (input[1] !== 0x65) return
    if (input[2] !== 0x21) return
    throw new RangeError('found')
  },
}
