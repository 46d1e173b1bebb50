import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWhole } from '../../src/reseal/open-whole.ts'
import { proveSame } from '../../src/reseal/prove-same.ts'
import { type ResealThreads, startResealThreads } from '../../src/reseal/walk-blocks.ts'
import { codeOf, Folder, party, reviewed, seal } from '../hostile/make-deed.ts'

const folder = new Folder()
let threads: ResealThreads
beforeAll(async () => {
  threads = startResealThreads(1)
  const policyOf = (table: string) => reviewed({ [table]: ['id', 'name'] })
  const exports: Readonly<Record<string, string>> = {
    first: 'id,name\n1,a\n2,b\n',
    same: 'id,name\n1,a\n2,b\n',
    cell: 'id,name\n1,a\n2,c\n',
    quoted: 'id,name\n1,a\n2,"b"\n',
    fewer: 'id,name\n1,a\n',
    head: '"id",name\n1,a\n2,b\n',
  }
  for (const [name, rows] of Object.entries(exports)) {
    await seal(folder.at(`${name}.deed`), [{ path: folder.write('t.csv', rows) }], { policy: policyOf('t') })
  }
  const u = folder.write('u.csv', exports.first ?? '')
  await seal(folder.at('table.deed'), [{ path: u }], { policy: policyOf('u') })
})
afterAll(async () => {
  await threads[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

async function prove(name: string): Promise<void> {
  const [{ card: from }, { key }] = [await party('seller'), await party('buyer')]
  await using before = await openWhole(folder.at('first.deed'), { from, key })
  await using after = await openWhole(folder.at(`${name}.deed`), { from, key })
  await proveSame({
    before: before.deed,
    beforeKeys: before.keys,
    after: after.deed,
    afterKeys: after.keys,
    threads,
  })
}

describe('the proof that two deeds hold the same', () => {
  it('passes where every byte is the same, under whatever keys', async () => {
    await prove('first')
    await prove('same')
  })

  it.each(['cell', 'quoted', 'fewer', 'head', 'table'])(
    'fails where one thing is another: %s',
    async (name) => {
      expect(await codeOf(() => prove(name))).toBe('DAMAGED')
    },
  )
})
