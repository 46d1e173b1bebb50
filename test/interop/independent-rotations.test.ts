import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect } from 'vitest'
import { encodeCard } from '../../src/identity/index.ts'
import { cards, enveloped, HeldDeeds, resigned } from '../access/held-deeds.ts'
import { rotation, succession, withRotation } from '../access/rotated-deed.ts'
import { readEntries, writeZip } from '../deed/edit-deed.ts'
import { party } from '../hostile/make-deed.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'

const desk = new HeldDeeds()
afterAll(() => desk[Symbol.dispose]())

describe('an independent reader, written from FORMAT.md', () => {
  itNeedsPython('opens what a rotation opens and nothing by what it replaced', async (python) => {
    const deed = await desk.seal('a.deed', { grantors: await cards('buyer') }, { form: 'folder' })
    const statement = await rotation(deed, 'buyer', { to: ['finance'], drop: ['buyer'] })
    const put = (name: string, bytes: Uint8Array, keys: 'gone' | 'left' = 'gone') =>
      withRotation(deed, desk.at(name), bytes, { keys })
    const seller = desk.write('seller.card', encodeCard((await party('seller')).card))
    const words = async (reader: string, path: string) => {
      const { key, card } = await party(reader)
      return [
        ...[path, '--from', seller, '--as', desk.write(`${reader}.card`, encodeCard(card))],
        ...['--identity', desk.write(`${reader}.txt`, `${key.open?.classic}\n`)],
      ]
    }
    const rotated = put('rotated.deed', statement)
    const left = put('left.deed', statement, 'left')
    const other = put('other.deed', statement, 'left')
    writeFileSync(`${other}/keys/contact.age`, 'another')
    const file = await writeZip(desk.at('file.deed'), await readEntries(rotated))
    const forged: [number, Uint8Array][] = [
      [6, await resigned(statement, 'finance')],
      [5, await resigned(statement, 'buyer', ({ subject }) => subject.pop())],
      [5, await resigned(statement, 'buyer', ({ predicate }) => predicate.compartments.reverse())],
      [5, await resigned(statement, 'buyer', ({ predicate }) => Object.assign(predicate, { serial: 0 }))],
      [
        5,
        await resigned(statement, 'buyer', ({ predicate }) =>
          Object.assign(predicate, { previous: '0'.repeat(64) }),
        ),
      ],
      [9, await resigned(statement, 'buyer', ({ predicate }) => predicate.critical.push('until'))],
    ]
    const byFollower = await rotation(rotated, 'finance', {
      ...{ to: ['lawyer'], drop: ['finance'] },
      successions: [await succession('buyer', 'stranger'), await succession('stranger', 'finance')],
    })
    const followed = withRotation(rotated, desk.at('followed.deed'), byFollower, { keys: 'left' })
    const unsigned = enveloped(byFollower, ({ successions }) => successions[1].signatures.splice(2))
    forged.push([6, enveloped(byFollower, ({ successions }) => successions.shift())], [6, unsigned])
    const jobs = [
      [...(await words('finance', rotated)), '-o', desk.at('out')],
      await words('finance', file),
      await words('finance', left),
      await words('buyer', left),
      await words('finance', other),
      await words('lawyer', followed),
      ...(await Promise.all(forged.map(([, bytes], at) => words('finance', put(`${at}.deed`, bytes))))),
    ]
    const found = readByPython(python, jobs)
    const all = ['identity', 'contact', 'financial']
    expect(found.slice(0, 6).map(({ exit, opened }) => [exit, opened])).toEqual([
      [0, all],
      [0, all],
      [0, all],
      [0, []],
      [5, undefined],
      [0, all],
    ])
    expect(readFileSync(desk.at('out', '0.csv'))).toEqual(readFileSync(desk.at('members.csv')))
    expect(found.slice(6).map(({ exit }) => exit)).toEqual(forged.map(([exit]) => exit))
  })
})
