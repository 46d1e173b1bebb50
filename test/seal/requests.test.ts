import { describe, expect, it } from 'vitest'
import { createParty } from '../../src/identity/index.ts'
import { classifyExports, previewSeal } from '../../src/seal/index.ts'
import { inspectDeed } from '../../src/verify/index.ts'
import { codeOf, NOW, party, seal, sealRequest, useFolder } from '../hostile/make-deed.ts'

describe('a request to seal', () => {
  const folder = useFolder()
  const small = () => [{ path: folder().write('t.csv', 'id,name\n1,a\n') }]

  it('is refused before its work if a reader could not open the deed', async () => {
    const signs = await createParty({ name: 'signs', role: 'sign', now: NOW })
    const exports = small()
    const before = folder().snapshot()
    const phases = new Set<string>()
    const request = await sealRequest(folder().at('a.deed'), exports, {
      addressees: [signs.card],
      progress: ({ phase }) => phases.add(phase),
    })
    expect(await codeOf(() => previewSeal(request))).toBe('USAGE')
    expect(await codeOf(() => seal(folder().at('a.deed'), exports, request))).toBe('USAGE')
    expect([...phases]).toEqual(['classify'])
    expect(folder().snapshot()).toEqual(before)
  })

  it('is refused if the key only opens', async () => {
    const opens = await createParty({ name: 'opens', role: 'open', now: NOW })
    expect(await codeOf(() => seal(folder().at('a.deed'), small(), { seller: opens.key }))).toBe('USAGE')
  })

  it('may name a card twice, which is one reader', async () => {
    const { card } = await party('buyer')
    const report = await seal(folder().at('a.deed'), small(), { addressees: [card, card] })
    expect(report.addressees).toHaveLength(1)
    expect((await inspectDeed(folder().at('a.deed'))).manifest.addressees).toHaveLength(1)
  })

  it('is refused with a deal id that no reader would take, at the first character too many', async () => {
    await seal(folder().at('a.deed'), small(), { dealId: 'd'.repeat(200) })
    expect(await codeOf(() => seal(folder().at('b.deed'), small(), { dealId: 'd'.repeat(201) }))).toBe(
      'LIMIT',
    )
  })

  it('takes table names of any text up to 1,024 bytes', async () => {
    const [{ path }] = small() as [{ path: string }]
    for (const [name, code] of [
      ['', 'USAGE'],
      ['\ud800', 'USAGE'],
      ['a'.repeat(1025), 'LIMIT'],
    ] as const) {
      expect(await codeOf(() => seal(folder().at('a.deed'), [{ path, name }])), code).toBe(code)
    }
    await seal(folder().at('a.deed'), [{ path, name: 'a'.repeat(1024) }])
  })

  it('is refused if two exports have one name', async () => {
    const [{ path }] = small() as [{ path: string }]
    expect(await codeOf(() => seal(folder().at('a.deed'), [{ path }, { path }]))).toBe('USAGE')
    await seal(folder().at('a.deed'), [{ path }, { path, name: 'again' }])
  })

  it("is refused if the name of a file is somebody's number", async () => {
    const path = folder().write('13800138000.csv', 'id,name\n1,a\n')
    const masked = folder().write('138****8000.csv', 'id,name\n1,a\n')
    for (const file of [path, masked]) {
      expect(await codeOf(() => seal(folder().at('a.deed'), [{ path: file }])), file).toBe('VALUE')
    }
    await seal(folder().at('a.deed'), [{ path, name: 'members' }])
  })

  it('can be looked at before, with nothing written', async () => {
    const exports = small()
    const before = folder().snapshot()
    const preview = await previewSeal(await sealRequest(folder().at('a.deed'), exports))
    expect(preview.tables.map(({ name, rows, fidelity }) => [name, rows, fidelity])).toEqual([
      ['t', 1, 'byte-exact'],
    ])
    const { tables: classified } = await classifyExports({ exports, workers: 1 })
    expect(classified[0]?.columns.map(({ header }) => header)).toEqual(['id', 'name'])
    expect(folder().snapshot()).toEqual(before)
  })
})
