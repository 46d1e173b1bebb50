import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { fingerprintDigits, parseCard } from '../../src/identity/index.ts'
import { recordingIo } from './recording-io.ts'
import { Desk, normalise } from './run-cli.ts'

const deeds = join(import.meta.dirname, '..', '..', 'fixtures', 'deeds')
const digits = fingerprintDigits(parseCard(readFileSync(join(deeds, 'seller.card')), 'card').fingerprint)

/** A desk with the seller's key and card, and an export of 40 rows. */
function sellersDesk(): Desk {
  const desk = new Desk()
  for (const name of ['seller.key', 'seller.card']) copyFileSync(join(deeds, name), desk.path(name))
  const rows = Array.from({ length: 40 }, (_, at) => `2025-03-${10 + (at % 20)},${at + 10}.00\n`)
  writeFileSync(desk.path('orders.csv'), `order date,order amount\n${rows.join('')}`)
  return desk
}

const run = async (desk: Desk, ...words: readonly string[]) => {
  const { io, heard } = recordingIo(desk)
  const exit = await runCommandLine(words, io)
  return { exit, ...heard }
}

const write = (desk: Desk, output: string, ...more: readonly string[]) =>
  run(
    desk,
    ...['preview', desk.path('orders.csv'), '--key', desk.path('seller.key')],
    ...['--stage', 'diligence', '-o', desk.path(output), ...more],
  )
const verify = (desk: Desk, file: string, ...more: readonly string[]) =>
  run(desk, 'verify', desk.path(file), '--from', desk.path('seller.card'), '--confirm', digits, ...more)

it('writes a preview that the other side can check, as a page and for programs', async () => {
  using desk = sellersDesk()
  for (const name of ['preview.html', 'preview.json']) {
    const written = await write(desk, name)
    expect(written.exit).toBe(0)
    expect(written.stdout).toContain('due diligence')
    expect(written.stderr).toContain(`datadeed verify`)
    const { exit, stdout } = await verify(desk, name)
    expect(exit).toBe(0)
    const told = (text: string) => text.slice(text.indexOf('Table'))
    expect(told(stdout)).toBe(told(written.stdout))
  }
  expect(desk.files()).toEqual(['orders.csv', 'preview.html', 'preview.json', 'seller.card', 'seller.key'])
})

it('prints the figures with --json, for whoever writes and whoever checks', async () => {
  using desk = sellersDesk()
  const written = JSON.parse((await write(desk, 'preview.json', '--json')).stdout)
  const checked = JSON.parse((await verify(desk, 'preview.json', '--json')).stdout)
  expect(written).toMatchObject({ ok: true, form: 'json', stage: 'diligence' })
  expect(checked).toMatchObject({ ok: true, kind: 'preview', form: 'envelope', preview: written.preview })
  expect(written.preview.tables[0].periods.list[0].period).toBe('2025-03')
})

it('reads as it should, in both languages', async () => {
  using desk = sellersDesk()
  const teaser = (language: string) =>
    run(
      desk,
      ...['preview', desk.path('orders.csv'), '--key', desk.path('seller.key'), '--lang', language],
      ...['--stage', 'teaser', '-o', desk.path(`${language}.json`)],
    )
  const shown = ({ stdout }: { readonly stdout: string }) =>
    normalise(stdout.replaceAll(desk.folder, '')).split('\n').slice(1, 10)
  expect(shown(await teaser('en'))).toMatchInlineSnapshot(`
    [
      "  signed by seller, <sha256>",
      "  created <time>",
      "",
      "Table 1",
      "  about 40 rows, 2 columns",
      "  years 2025",
      "    Compartment  Columns",
      "    behaviour          1",
      "    general            1",
    ]
  `)
  expect(shown(await teaser('zh-CN'))).toMatchInlineSnapshot(`
    [
      "  签名方 seller，<sha256>",
      "  生成于 <time>",
      "",
      "表 1",
      "  约 40 行，2 列",
      "  年份 2025 年",
      "    数据舱     列数",
      "    behaviour     1",
      "    general       1",
    ]
  `)
})

it('refuses a page that shows something else than was signed, with exit 5', async () => {
  using desk = sellersDesk()
  await write(desk, 'preview.html')
  const page = readFileSync(desk.path('preview.html'), 'utf8')
  writeFileSync(desk.path('changed.html'), page.replace('20 to 49', '200 to 499'))
  const { exit, stdout, stderr } = await verify(desk, 'changed.html')
  expect([exit, stdout]).toEqual([5, ''])
  expect(stderr).toContain('does not show what was signed')
})

it('refuses a preview whose card was not confirmed, and flags that are for deeds', async () => {
  using desk = sellersDesk()
  await write(desk, 'preview.json')
  const words = ['verify', desk.path('preview.json'), '--from', desk.path('seller.card')]
  expect((await run(desk, ...words)).exit).toBe(6)
  expect((await verify(desk, 'preview.json', '--require', 'complete')).exit).toBe(2)
  expect((await verify(desk, 'preview.json', '--key', desk.path('seller.key'))).exit).toBe(2)
})

it('refuses an output of another kind, one that exists, and one that is the export', async () => {
  using desk = sellersDesk()
  expect((await write(desk, 'preview.pdf')).exit).toBe(2)
  writeFileSync(desk.path('there.html'), 'mine')
  expect((await write(desk, 'there.html')).exit).toBe(12)
  expect(readFileSync(desk.path('there.html'), 'utf8')).toBe('mine')
  const words = ['preview', desk.path('orders.csv'), '--key', desk.path('seller.key'), '--stage', 'teaser']
  expect((await run(desk, ...words, '-o', desk.path('orders.csv'))).exit).toBe(2)
  expect((await run(desk, ...words, '--stage', 'final')).exit).toBe(2)
})

it('asks a person for what is missing', async () => {
  using desk = sellersDesk()
  const asked: string[] = []
  const answers = [desk.path('orders.csv'), 'teaser', desk.path('seller.key'), desk.path('preview.html')]
  const person = {
    ask: async (question: string) => {
      asked.push(question)
      return answers.shift() ?? ''
    },
    askHidden: async () => '',
    tell: () => {},
  }
  const { io, heard } = recordingIo(desk, { person })
  expect(await runCommandLine(['preview'], io)).toBe(0)
  expect(asked).toHaveLength(4)
  expect(heard.stdout).toContain('teaser')
})

it('refuses what can be read only once, without reading it', async () => {
  using desk = sellersDesk()
  const words = ['preview', '-', '--name', 'orders', '--key', desk.path('seller.key')]
  const options = ['--stage', 'teaser', '-o', desk.path('preview.html')]
  const { exit, stderr } = await desk.run([...words, ...options], { input: 'order date,n\n2025-01-01,1\n' })
  expect(exit).toBe(2)
  expect(stderr).toContain('can be read only once')
  expect(desk.files()).toEqual(['orders.csv', 'seller.card', 'seller.key'])
})
