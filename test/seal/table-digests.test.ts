import { describe, expect, it } from 'vitest'
import { areUnchanged, type TableDigest, TableDigests } from '../../src/seal/index.ts'
import { reviewed, seal, useFolder } from '../hostile/make-deed.ts'

const KEY = new Uint8Array(32).fill(7)
const ROWS = Array.from({ length: 21 }, (_, row) => `${row},${row % 7}\n`)
const EPOCHS = 'epochs: {rows: 2}'

describe('the digests of what was sealed', () => {
  const folder = useFolder()

  async function sealed(rows: readonly string[]): Promise<readonly TableDigest[]> {
    const digests = new TableDigests(KEY)
    const exports = [{ path: folder().write('t.csv', `id,n\n${rows.join('')}`) }]
    const policy = reviewed({ t: ['id', 'n'] }, EPOCHS)
    const name = `${rows[5]?.trim()}.deed`
    await seal(folder().at(name), exports, { policy, digests, readback: false })
    return digests.finish()
  }

  function unchanged(rows: readonly string[], known: readonly TableDigest[], key = KEY): Promise<boolean> {
    const exports = [{ path: folder().write('t.csv', `id,n\n${rows.join('')}`) }]
    return areUnchanged({ exports, epochs: { rows: 2, bytes: 2 ** 20 } }, { key, known })
  }

  it('know the same rows again, and no others of the same length', async () => {
    const known = await sealed(ROWS)
    expect(await unchanged(ROWS, known)).toBe(true)
    for (const row of [0, 1, 10, 15, 16, 20]) {
      const one = ROWS.with(row, ROWS[row]?.replace(/\d\n/, '9\n') ?? '')
      expect([row, await unchanged(one, known)]).toEqual([row, false])
    }
    const [first = '', second = '', third = '', fourth = ''] = ROWS
    expect(await unchanged([third, fourth, first, second, ...ROWS.slice(4)], known)).toBe(false)
    expect(await unchanged(ROWS, known, new Uint8Array(32).fill(8))).toBe(false)
  })

  it('stand behind 1, 2, 4 and 8 of eleven slices, and show the first that differs', async () => {
    const [known] = await sealed(ROWS)
    const [changed] = await sealed(ROWS.with(5, '5,9\n'))
    expect([known?.early.length, changed?.early.length]).toEqual([4, 4])
    expect(changed?.early.map((digest, place) => digest === known?.early[place])).toEqual([
      ...[true, true, false, false],
    ])
  })
})
