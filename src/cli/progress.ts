import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { PreviewProgress } from '../preview/index.ts'
import { formatBytes, formatCount, formatDuration } from '../report/index.ts'
import type { SealProgress } from '../seal/index.ts'
import type { Person } from './prompts.ts'

export interface Step {
  /** What is going on with which table, ready to be shown. */
  readonly label: string
  readonly bytes: number
  readonly totalBytes?: number
  readonly rows?: number
  readonly totalRows?: number
}

/** A live line: label, bytes of total, rows, rate, time left. */
export type Watch = (step: Step) => void

/** Often enough to look alive, too seldom to cost anything. */
const EVERY_MS = 100

/** What draws the live line: an ora spinner. */
export interface Line {
  text: string
  start(): unknown
  stop(): unknown
}

/** The live line that is drawn just now, if there is one; a question takes its place meanwhile. */
export interface Stage {
  line?: Line | undefined
}

/** Does work under a live line on stderr, which is gone again when the work ends, well or badly. */
export async function withProgress<Result>(
  show: { readonly live: boolean; readonly colour: boolean },
  stage: Stage,
  work: (watch: Watch) => Promise<Result>,
): Promise<Result> {
  if (!show.live) return work(() => {})
  const { default: ora } = await import('ora')
  const line = ora({ stream: process.stderr, discardStdin: false, ...(show.colour ? {} : { color: false }) })
  let last = Number.NEGATIVE_INFINITY
  let phase = { label: '', since: 0 }
  line.start()
  stage.line = line
  try {
    return await work((step) => {
      const now = performance.now()
      if (step.label !== phase.label) phase = { label: step.label, since: now }
      else if (now - last < EVERY_MS) return
      last = now
      line.text = describeStep(step, (now - phase.since) / 1000)
    })
  } finally {
    stage.line = undefined
    line.stop()
  }
}

/** Writes lines where a live line may stand: it would draw itself onto them. */
export function writeBeside({ line }: Stage, write: () => void): void {
  line?.stop()
  write()
  line?.start()
}

/** A person whom the live line does not talk over: it would draw itself onto the question. */
export function besideLine(person: Person, stage: Stage): Person {
  const apart = async <Answer>(talk: () => Promise<Answer>): Promise<Answer> => {
    const { line } = stage
    line?.stop()
    const answer = await talk()
    line?.start()
    return answer
  }
  return {
    ask: (question, suggestion) => apart(() => person.ask(question, suggestion)),
    askHidden: (question) => apart(() => person.askHidden(question)),
    tell: (text) => writeBeside(stage, () => person.tell(text)),
  }
}

/** One line about a step that has been going on for so many seconds. */
export function describeStep(step: Step, seconds: number): string {
  const { bytes, totalBytes, rows, totalRows } = step
  const done =
    totalBytes !== undefined && totalBytes > 0
      ? bytes / totalBytes
      : rows !== undefined && totalRows !== undefined && totalRows > 0
        ? rows / totalRows
        : 0
  const ofTotal = totalBytes === undefined ? '' : ` / ${formatBytes(totalBytes)}`
  const parts = [
    printable(step.label),
    `${formatBytes(bytes)}${ofTotal}`,
    ...(rows === undefined ? [] : [say().report.rows({ rows: formatCount(rows) })]),
    ...(seconds > 0 ? [`${formatBytes(Math.round(bytes / seconds))}/s`] : []),
    ...(seconds > 0 && done > 0 && done < 1
      ? [say().cli.timeLeft({ time: formatDuration((seconds / done) * (1 - done)) })]
      : []),
  ]
  return parts.join(' · ')
}

/** The listener of a seal, a classification or a preview. */
export function showSealProgress(watch: Watch): (step: SealProgress | PreviewProgress) => void {
  return ({ phase, table, bytes, total, rows }) =>
    watch({
      label: say().cli.progress[phase]({ table }),
      bytes,
      // Standard input and some databases do not say how much there is.
      ...(total > 0 ? { totalBytes: total } : {}),
      // Rows are counted once they are a table's.
      ...(phase === 'open' ? {} : { rows }),
    })
}
