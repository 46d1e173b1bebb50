import { describe, expect, it } from 'vitest'
import type { Reach } from '../../src/keys/index.ts'
import { planMending } from '../../src/report/mending-steps.ts'

const REACHED: Reach = {
  deed: 'a.deed',
  sequence: null,
  seller: 'shop',
  others: ['finance', 'lawyer'],
  opens: ['contact'],
  wasReader: true,
  signed: false,
  before: null,
  mayGrant: false,
  hasGranted: false,
  holdsShare: false,
}

const commandsFor = (...reach: readonly Partial<Reach>[]) => commandsAmong(['deeds'], ...reach)

const commandsAmong = (places: readonly string[], ...reach: readonly Partial<Reach>[]) =>
  planMending({
    name: 'buyer',
    named: 'buyer',
    places,
    seriesFolders: new Set(['nightly']),
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

  it('leaves the commands of a series out for a copy that lies elsewhere, or under another name', () => {
    for (const deed of ['copies/000002.deed', 'nightly/kept.deed', 'nightly/000003.deed']) {
      const commands = commandsFor({ deed, sequence: 2 })
      expect(commands.map((command) => command.split(' ').slice(1, 3).join(' '))).toEqual([
        'card trust',
        `reseal ${deed}`,
        'keys census',
      ])
    }
  })

  it('is another seal of what it has signed, and another series', () => {
    const commands = commandsFor({ signed: true }, { deed: 'nightly/000001.deed', sequence: 1, signed: true })
    expect(commands.slice(1, -1)).toEqual([
      'datadeed seal EXPORT… --key NEW.key --to READER.card -o a.new.deed',
      'datadeed backup init --series nightly.new --key NEW.key --to READER.card',
    ])
  })

  it('looks at the end for the deeds that there are by then', () => {
    const reach = [{}, { deed: 'b.deed', signed: true }, { deed: 'nightly/000002.deed', sequence: 2 }]
    expect(commandsAmong(['nightly', 'a.deed', 'b.deed', 'c.deed'], ...reach).at(-1)).toBe(
      'datadeed keys census nightly a.new.deed b.new.deed c.deed --fail-if opens-with:buyer',
    )
  })

  it('names the other readers of the newest deed to the host', () => {
    const commands = commandsFor(
      { deed: 'nightly/000004.deed', sequence: 4, others: ['finance'] },
      { deed: 'nightly/000002.deed', sequence: 2 },
    )
    expect(commands[2]).toBe(
      'datadeed backup run --series nightly --always --source EXPORT… --key HOST.key --to NEW.card --to finance',
    )
  })

  it('leaves alone what a series holds for others, and of what was rotated takes away what it has had keys of', () => {
    const granted = { opens: [], wasReader: false, mayGrant: true }
    const after = { deed: 'nightly/000003.deed', sequence: 3, ...granted }
    expect(commandsFor(after).slice(1, -1)).toEqual([])
    const before = { deed: 'nightly/000002.deed', sequence: 2, opens: [], mayGrant: true }
    expect(commandsFor(before, after).slice(1, -1)).toEqual([
      'datadeed backup run --series nightly --always --source EXPORT… --key HOST.key --to NEW.card --to finance --to lawyer',
      'datadeed backup prune --series nightly --key HOST.key --remove 2',
    ])
  })
})
