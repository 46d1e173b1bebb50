import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { DataKeys } from '../../src/seal/data-keys.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { seal } from '../hostile/make-deed.ts'
import { recordingIo } from './recording-io.ts'
import { Desk } from './run-cli.ts'

const [TRUE, LIE] = ['"sum":"100050"', '"sum":"100051"']

/** A seller whose program seals a sum that is not that of the rows, and commits to it and signs it like any other. */
async function sealLying(...request: Parameters<typeof seal>): Promise<void> {
  const { tellFacts } = DataKeys.prototype
  let lies = 0
  DataKeys.prototype.tellFacts = function (facts) {
    lies += facts.filter((text) => text.includes(TRUE)).length
    tellFacts.call(
      this,
      facts.map((text) => text.replace(TRUE, LIE)),
    )
  }
  try {
    await seal(...request)
  } finally {
    DataKeys.prototype.tellFacts = tellFacts
  }
  expect(lies).toBe(1)
}

describe('a deed whose own control total is off by one cent', () => {
  const desk = new Desk()
  let words: Words

  async function show(...line: readonly string[]) {
    const { io, heard } = recordingIo(desk)
    const exit = await runCommandLine(line, io)
    return { exit, stdout: heard.stdout }
  }
  async function run(...line: readonly string[]) {
    const { exit, stdout } = await show(...line, '--json')
    return { exit, document: JSON.parse(stdout) }
  }

  beforeAll(async () => {
    words = await layOutKeys(desk)
    writeFileSync(desk.path('members.csv'), 'id,balance\n1,1000.00\n2,0.50\n')
    const controlTotals = ['members.balance']
    await sealLying(desk.path('a.deed'), [{ path: desk.path('members.csv') }], { controlTotals })
  })
  afterAll(() => desk[Symbol.dispose]())

  it('is found by whoever opens it, though it is committed to and signed', async () => {
    const { exit, document } = await run(...words.verify(desk.path('a.deed')))
    expect([exit, document.ok]).toEqual([5, false])
    // It is what was sealed, to the last byte: what is wrong is what the seller says of it.
    expect(document.verdicts).toMatchObject({ authentic: 'yes', complete: 'yes', restorable: 'yes' })
    expect(document.error.code).toBe('DIFFERENT')
    expect(document.exit).toBe(5)
    expect(document.controlTotals).toMatchObject([{ table: 'members', column: 'balance', answer: 'differ' }])
  })

  it('is called verified by neither text nor page', async () => {
    const page = desk.path('a.html')
    const { exit, stdout } = await show(...words.verify(desk.path('a.deed')), '--html', page)
    expect([exit, stdout]).toEqual([5, expect.stringMatching(/^NOT VERIFIED.* 1 failure$/m)])
    expect(readFileSync(page, 'utf8')).toContain('did not pass')
  })

  it('is signed for with exceptions', async () => {
    const [, deed = '', ...parties] = words.verify(desk.path('a.deed'))
    const { exit, document } = await run('receipt', deed, ...parties, '-o', desk.path('a.receipt'))
    expect([exit, document.ok]).toEqual([5, false])
    const { payload } = JSON.parse(readFileSync(desk.path('a.receipt'), 'utf8'))
    expect(JSON.parse(Buffer.from(payload, 'base64').toString()).predicate).toMatchObject({
      state: 'with-exceptions',
      controlTotals: [{ table: 'members', column: 'balance', answer: 'differ' }],
    })
  })
})
