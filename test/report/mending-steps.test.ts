import { describe, expect, it } from 'vitest'
import type { Reach } from '../../src/keys/index.ts'
import { planMending } from '../../src/report/mending-steps.ts'

const REACHED: Reach = {
  deed: 'a.deed',
  sequence: null,
  seller: 'shop',
  others: ['finance', 'lawyer'],
  opens: ['contact'],
  signed: false,
  before: null,
  mayGrant: false,
  hasGranted: false,
  holdsShare: false,
}

const commandsFor = (...reach: readonly Partial<Reach>[]) =>
  planMending({
    name: 'buyer',
    named: 'buyer',
    places: ['deeds'],
    word: (text) => text,
    reach: reach.map((each) => ({ ...REACHED, ...each })),
  }).map(({ command }) => command)

describe('how a compromised card is mended', () => {
  it('is a new card and a census where it reaches nothing', () => {
    expect(commandsFor()).toEqual([
      'datadeed card trust NEW.card',
      'datadeed keys census deeds --fail-if opens-with:buyer',
    ])
  })

  it('is another deed with new keys before the old one goes', () => {
    const again =
      'datadeed reseal a.deed --from shop --key MY.key --to NEW.card --to finance --to lawyer -o a.new.deed'
    expect(commandsFor({}).slice(1, -1)).toEqual([again, `${again} --retire`])
    // Who opened nothing alone leaves no place; whose deed it is, only a verified one says.
    const share = 'datadeed reseal a.deed --from SELLER.card --key MY.key -o a.new.deed'
    expect(commandsFor({ opens: [], holdsShare: true, seller: null }).slice(1, -1)).toEqual([
      share,
      `${share} --retire`,
    ])
  })

  it('shuts it out of a series first, and removes what it opened last, single deeds between', () => {
    const commands = commandsFor(
      { deed: 'nightly/000002.deed', sequence: 2 },
      {},
      { deed: 'nightly/000004.deed', sequence: 4 },
    )
    expect(commands.map((command) => command.split(' ').slice(1, 3).join(' '))).toEqual([
      'card trust',
      'backup rotate',
      'reseal a.deed',
      'reseal a.deed',
      'backup run',
      'backup prune',
      'keys census',
    ])
    expect(commands[1]).toBe(
      'datadeed backup rotate --series nightly --key MY.key --to NEW.card --drop buyer',
    )
    expect(commands[5]).toBe('datadeed backup prune --series nightly --key HOST.key --remove 2 --remove 4')
  })

  it('is another seal of what it has signed, and another series', () => {
    const commands = commandsFor({ signed: true }, { deed: 'nightly/000001.deed', sequence: 1, signed: true })
    expect(commands.slice(1, -1)).toEqual([
      'datadeed seal EXPORT… --key NEW.key --to READER.card -o a.new.deed',
      'datadeed backup init --series nightly.new --key NEW.key --to READER.card',
    ])
  })
})
