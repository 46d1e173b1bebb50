import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Desk, Transcript } from '../cli/run-cli.ts'
import { runWords } from '../inputs/run-words.ts'

/** A cell of a CSV; null where it is empty and without quotes. */
export type CsvCell = string | null

/** The seller's and the buyer's whole way by the command line: sealed, verified and restored as CSV. */
export async function sealAndRestore(
  desk: Desk,
  exportWords: readonly string[],
): Promise<{
  readonly deed: Buffer
  readonly restored: (file: string) => CsvCell[][]
  readonly told: string
}> {
  const told: string[] = []
  const run = async (...words: string[]): Promise<Transcript> => {
    const transcript = await runWords(desk, words)
    if (transcript.exit !== 0) throw new Error(`${words[0]}: ${transcript.exit} ${transcript.stderr}`)
    told.push(transcript.stdout, transcript.stderr)
    return transcript
  }
  const [seller, buyer] = [desk.path('seller'), desk.path('buyer')]
  for (const name of ['seller', 'buyer']) await run('keygen', name, '--no-passphrase', '-o', desk.folder)
  const digitsOf = async (card: string): Promise<string> =>
    JSON.parse((await run('card', 'show', card, '--json')).stdout).card.digits
  const [deed, folder] = [desk.path('all.deed'), desk.path('restored')]
  const to = ['--key', `${seller}.key`, '--to', `${buyer}.card`, '--confirm', await digitsOf(`${buyer}.card`)]
  await run('seal', ...exportWords, ...to, '-o', deed)
  const from = [
    '--from',
    `${seller}.card`,
    '--confirm',
    await digitsOf(`${seller}.card`),
    '--key',
    `${buyer}.key`,
  ]
  await run('verify', deed, ...from, '--require', 'complete,valid,authentic,restorable')
  await run('restore', deed, ...from, '-o', folder)
  return {
    deed: readFileSync(deed),
    restored: (file) => readCsv(readFileSync(desk.path(`restored/${file}`))),
    told: told.join('\n'),
  }
}

/** A CSV without its header line. */
export function readCsv(bytes: Buffer): CsvCell[][] {
  return parse(bytes, {
    from: 2,
    skip_empty_lines: false,
    relax_column_count: true,
    cast: (text, { quoting }) => (text === '' && !quoting ? null : text),
  }) as unknown as CsvCell[][]
}
