import { readFileSync } from 'node:fs'
import { afterAll, describe, expect } from 'vitest'
import { encodeCard } from '../../src/identity/index.ts'
import { cards, enveloped, HeldDeeds, resigned } from '../access/held-deeds.ts'
import { party } from '../hostile/make-deed.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'

const desk = new HeldDeeds()
afterAll(() => desk[Symbol.dispose]())

describe('an independent reader, written from FORMAT.md', () => {
  itNeedsPython('opens what a grant opens, and refuses what is no grant of this deed', async (python) => {
    const escrow = { threshold: 2, holders: await cards('broker', 'lawyer') }
    const access = { seller: 'holds', grantors: await cards('lawyer'), escrow } as const
    const deed = await desk.seal('a.deed', access)
    const other = await desk.seal('b.deed', access)
    const all = await desk.grant(deed, 'seller', ['buyer', 'lawyer'])
    const grants = [{ name: 'all.grant', bytes: all }]
    const contact = await desk.grant(deed, 'lawyer', ['finance'], { grants, compartments: ['contact'] })
    const seller = desk.write('seller.card', encodeCard((await party('seller')).card))
    let written = 0
    const words = async (reader: string, ...papers: readonly Uint8Array[]) => {
      const { key, card } = await party(reader)
      const files = papers.map((bytes) => desk.write(`${written++}.paper`, bytes))
      return [
        ...[deed, '--from', seller, '--as', desk.write(`${reader}.card`, encodeCard(card))],
        ...['--identity', desk.write(`${reader}.txt`, `${key.open?.classic}\n`)],
        ...files.flatMap((file) => ['--grant', file]),
      ]
    }
    const [before, after, some, beside, holder] = readByPython(python, [
      await words('buyer'),
      [...(await words('buyer', all)), '-o', desk.at('out')],
      await words('finance', contact),
      await words('finance'),
      await words('broker'),
    ])
    expect([before?.opened, after?.opened, some?.opened]).toEqual([
      [],
      ['identity', 'contact', 'financial'],
      ['contact'],
    ])
    expect(readFileSync(desk.at('out', '0.csv'))).toEqual(readFileSync(desk.at('members.csv')))
    expect([beside?.exit, holder?.exit, holder?.opened]).toEqual([8, 0, []])

    const altered: [number, Uint8Array][] = [
      [5, await desk.grant(other, 'seller', ['buyer'])],
      [6, await resigned(all, 'stranger')],
      [6, await resigned(all, 'broker')],
      [
        6,
        enveloped(all, (envelope) =>
          Object.assign(envelope, { payload: `${envelope.payload.slice(0, -8)}AAAAAA==` }),
        ),
      ],
      [
        5,
        await resigned(all, 'seller', ({ predicate }) =>
          predicate.compartments.push(predicate.compartments[0]),
        ),
      ],
      [5, await resigned(all, 'seller', ({ predicate }) => predicate.compartments[0].readers.pop())],
      [5, await resigned(all, 'seller', ({ predicate }) => Object.assign(predicate, { serial: 0 }))],
      [9, await resigned(all, 'seller', ({ predicate }) => predicate.critical.push('until'))],
    ]
    const jobs = await Promise.all(altered.map(([, paper]) => words('buyer', paper)))
    expect(readByPython(python, jobs).map(({ exit }) => exit)).toEqual(altered.map(([exit]) => exit))
  })
})
