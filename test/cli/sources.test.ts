import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'
import { runProgram } from './run-cli.ts'

const desk = new DeskHere()
const ROWS = `id,手机号\n${Array.from({ length: 3000 }, (_, row) => `${row},${13_800_000_000 + row * 7}\n`).join('')}`
const SHA = createHash('sha256').update(ROWS).digest('hex')
let digits = { seller: '', buyer: '' }

/** In a process of its own where something is piped in. */
function seal(exports: readonly string[], output: string, input?: string) {
  const parties = ['--key', 'seller.key', '--to', 'buyer.card', '--confirm', digits.buyer]
  const words = ['seal', ...exports, ...parties, '-o', output, '--json']
  return input === undefined ? desk.run(words) : runProgram(desk.folder, words, { input })
}

async function restored(deed: string, table: string): Promise<string> {
  const words = ['restore', deed, '--from', 'seller.card', '--key', 'buyer.key', '--confirm', digits.seller]
  expect(await desk.run([...words, '-o', `out-${deed}`])).toMatchObject({ exit: 0 })
  return readFileSync(desk.path(`out-${deed}/${table}.csv`), 'utf8')
}

beforeAll(async () => {
  for (const name of ['seller', 'buyer'] as const) {
    await desk.run(['keygen', name, '--no-passphrase', '--quiet'])
    const { stdout } = await desk.run(['card', 'show', `${name}.card`, '--json'])
    digits = { ...digits, [name]: JSON.parse(stdout).card.digits }
  }
})
afterAll(() => desk[Symbol.dispose]())

describe('an export that is piped in', () => {
  it('is sealed byte for byte, what nobody reviewed in the strictest compartment', async () => {
    const sealed = await seal(['-', '--name', 'members', '--expect-sha256', SHA], 'a.deed', ROWS)
    expect(sealed.exit).toBe(0)
    const told = JSON.parse(sealed.stdout)
    expect(told.compartments.map(({ name }: { name: string }) => name)).toEqual(['special'])
    expect(told.notes).toHaveLength(1)
    expect(told.tables[0].columns.map(({ type }: { type: string }) => type)).toEqual(['code', 'mobile'])
    expect(await restored('a.deed', 'members')).toBe(ROWS)
  })

  it('is told to be unproved where nothing is expected of it', async () => {
    const sealed = await seal(['-'], 'b.deed', ROWS)
    expect(JSON.parse(sealed.stdout).notes).toHaveLength(2)
  })

  it.each([
    ['--expect-rows', '3000'],
    ['--expect-sha256', SHA],
  ])('B09 is refused if it was cut off between two rows and %s says so', async (flag, expected) => {
    const cut = ROWS.slice(0, ROWS.lastIndexOf('\n', ROWS.length - 2) + 1)
    const sealed = await seal(['-', flag, expected], 'c.deed', cut)
    expect(sealed.exit).toBe(3)
    expect(desk.files()).not.toContain('c.deed')
  })

  it('is refused at its end if a column is no longer what was reviewed', async () => {
    const columns = '{ id: { type: row-id }, 手机号: { type: order-id, compartment: behaviour } }'
    writeFileSync(desk.path('datadeed.yaml'), `version: 1\ncolumns:\n  members: ${columns}\n`)
    const sealed = await seal(['-', '--name', 'members', '--policy', 'datadeed.yaml'], 'h.deed', ROWS)
    expect(sealed.exit).toBe(14)
    expect(desk.files()).not.toContain('h.deed')
  })

  it('is refused where a secret is to come from there too', async () => {
    const words = ['seal', '-', '--key', '-', '--to', 'buyer.card', '-o', 'd.deed', '--json']
    const { exit, stdout } = await runProgram(desk.folder, words, { input: ROWS })
    expect([exit, JSON.parse(stdout).error.code]).toEqual([2, 'USAGE'])
  })
})

describe('a folder of exports', () => {
  it('is one table, as are files that are joined by name', async () => {
    mkdirSync(desk.path('orders'))
    const [head, ...rows] = ROWS.trimEnd().split('\n')
    for (const part of [0, 1, 2]) {
      const own = rows.slice(part * 1000, (part + 1) * 1000).join('\n')
      writeFileSync(desk.path(`orders/2026-0${part + 1}.csv`), `${head}\n${own}`)
    }
    expect(await seal(['orders'], 'e.deed')).toMatchObject({ exit: 0 })
    expect(await restored('e.deed', 'orders')).toBe(ROWS)
    expect(await seal(['orders/*.csv', '--join', 'all'], 'f.deed')).toMatchObject({ exit: 0 })
    expect(await restored('f.deed', 'all')).toBe(ROWS)
  })

  it('is refused if one is of another shape, or has a folder in it', async () => {
    writeFileSync(desk.path('orders/stray.csv'), 'a,b,c\n1,2,3\n')
    expect(await seal(['orders'], 'g.deed')).toMatchObject({ exit: 3 })
    mkdirSync(desk.path('orders/inner'))
    expect(await seal(['orders'], 'g.deed')).toMatchObject({ exit: 2 })
  })
})
