import { describe, expect, it } from 'vitest'
import { assertSealedInTime } from '../../src/cli/seller-dates.ts'
import { Folder, party, seal } from '../hostile/make-deed.ts'
import { Desks, forge, inDays, make } from './rotating.ts'

describe('the dates of a seller’s card', () => {
  it('D20 are told of what it sealed in time, and refuse what it sealed later, by the deed’s own word', async () => {
    using desks = new Desks()
    using folder = new Folder()
    const [seller, next] = [await party('seller'), await make('next', 'both')]
    const path = folder.write('members.csv', 'id\n1\n')
    const aSecondBefore = new Date(inDays(30).getTime() - 1000)
    await seal(folder.at('early.deed'), [{ path }], { now: aSecondBefore })
    await seal(folder.at('late.deed'), [{ path }], { now: inDays(30) })
    const judge = async (name: string, now: Date) => {
      const heard: string[] = []
      const warn = (sentence: string) => {
        heard.push(sentence)
      }
      const session = { home: desks.home, now, warn }
      return assertSealedInTime(folder.at(name), seller.card, session).then(
        () => heard,
        ({ code }) => code,
      )
    }
    // Nothing is known of a successor yet.
    expect(await judge('late.deed', inDays(400))).toEqual([])
    await desks.trust(seller.card)
    await desks.follow(next.card, [forge(seller, next)])
    expect(await judge('early.deed', aSecondBefore)).toEqual([])
    expect(await judge('early.deed', inDays(30))).toEqual([expect.stringContaining('2026-04-03')])
    expect(await judge('early.deed', inDays(395))).toEqual([expect.stringContaining('2027-04-03')])
    expect(await judge('late.deed', inDays(30))).toBe('UNTRUSTED')
    // What is no deed is refused by whoever reads it.
    expect(await judge('members.csv', inDays(1))).toEqual([])
  })
})
