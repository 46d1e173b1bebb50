import { openRecorder } from '../../src/ledger/index.ts'

/** A process that writes runs into a ledger until it is told to stop or has written them all. */
const [home = '', runs = '1', name = 'w'] = process.argv.slice(2)
for (let run = 0; run < Number(runs); run += 1) {
  const recorder = openRecorder({ home, command: 'seal', records: 'effects', warn: () => {} })
  await recorder.intent({ file: `${name}-${run}.deed` })
  await recorder.outcome({ counts: { rows: run } })
  process.stdout.write(`${recorder.head}\n`)
}
