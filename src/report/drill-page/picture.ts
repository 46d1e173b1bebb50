import type { DrillReport } from '../../backup/index.ts'
import { say } from '../../messages/index.ts'
import { type Html, html } from '../html/index.ts'
import { formatBytes, formatDuration } from '../units.ts'
import { niceMost, type Tick, timeTicks } from './scales.ts'

/** Measures of one drawing, in units that are pixels where it is shown at its own size. */
interface Layout {
  readonly id: 'wide' | 'narrow'
  readonly width: number
  /** Left of the panels, for what the lines are called. */
  readonly gutter: number
  /** Dates that fit below. */
  readonly dates: number
}

const LAYOUTS: readonly Layout[] = [
  { id: 'wide', width: 880, gutter: 84, dates: 10 },
  { id: 'narrow', width: 340, gutter: 72, dates: 3 },
]
const HEIGHT = 132
const TOP = 46
const RIGHT = 40
const CROSS = 4.5

/** Both drawings; the style sheet shows the one that fits. */
export function drawDrills(drills: readonly DrillReport[], about: string): Html {
  return html`<figure>${LAYOUTS.map((layout) => drawLayout(drills, layout, about))}
<figcaption>${say().drillHistory.caption}</figcaption></figure>`
}

interface Panel {
  readonly title: string
  readonly measure: (drill: DrillReport) => number | null
  readonly format: (value: number) => string
  readonly base: 10 | 2
}

function drawLayout(drills: readonly DrillReport[], layout: Layout, about: string): Html {
  const words = say().drillHistory
  const times = drills.map(({ created }) => Date.parse(created))
  const [from = 0, to = 0] = [times.at(0), times.at(-1)]
  const inner = layout.width - layout.gutter - RIGHT
  const xOf = (time: number): number =>
    to === from ? layout.gutter + inner / 2 : layout.gutter + ((time - from) / (to - from)) * inner
  const panels: Panel[] = [
    {
      title: words.recoveryAxis,
      measure: (drill) => drill.recoverySeconds,
      format: formatDuration,
      base: 10,
    },
    { title: words.sizeAxis, measure: ({ counts }) => counts?.bytes ?? null, format: formatBytes, base: 2 },
  ]
  const ticks = timeTicks(from, to, layout.dates)
  const step = TOP + HEIGHT
  const height = panels.length * step + 34
  const drawn = panels.map((panel, at) =>
    drawPanel(panel, drills, { layout, xOf, ticks, top: at * step + TOP }),
  )
  const dates = ticks.map(
    ({ at, label }) =>
      html`<text class="tick" x="${round(xOf(at))}" y="${height - 14}" text-anchor="middle">${label}</text>`,
  )
  return html`<svg class="${layout.id}" viewBox="0 0 ${layout.width} ${height}" width="${layout.width}" height="${height}" role="img" aria-label="${about}">${drawn}${dates}</svg>
`
}

function drawPanel(
  { title, measure, format, base }: Panel,
  drills: readonly DrillReport[],
  place: { layout: Layout; xOf: (time: number) => number; ticks: readonly Tick[]; top: number },
): Html {
  const { layout, xOf, ticks, top } = place
  const most = niceMost(Math.max(0, ...drills.map((drill) => measure(drill) ?? 0)), base)
  const yOf = (value: number): number => top + HEIGHT - (value / most) * (HEIGHT - 8)
  const right = layout.width - RIGHT
  const lines = [0, most / 2, most].map(
    (value) =>
      html`<line class="hair" x1="${layout.gutter}" x2="${right}" y1="${round(yOf(value))}" y2="${round(yOf(value))}"/><text class="tick" x="${layout.gutter - 8}" y="${round(yOf(value) + 4)}" text-anchor="end">${format(value)}</text>`,
  )
  const upright = ticks.map(
    ({ at }) =>
      html`<line class="hair faint" x1="${round(xOf(at))}" x2="${round(xOf(at))}" y1="${top + 8}" y2="${top + HEIGHT}"/>`,
  )
  const points = drills.flatMap((drill) => {
    const value = measure(drill)
    if (drill.verdict !== 'passed' || value === null) return []
    return [`${round(xOf(Date.parse(drill.created)))},${round(yOf(value))}`]
  })
  const marks = drills.map((drill) => {
    const x = xOf(Date.parse(drill.created))
    const y = yOf(measure(drill) ?? 0)
    return drill.verdict === 'passed'
      ? html`<circle class="dot" cx="${round(x)}" cy="${round(y)}" r="3"/>`
      : drawCross(x, y)
  })
  return html`<g><text class="axis" x="0" y="${top - 10}">${title}</text>${lines}${upright}<polyline class="way" points="${points.join(' ')}"/>${marks}</g>
`
}

function drawCross(x: number, y: number): Html {
  const [left, right, up, down] = [x - CROSS, x + CROSS, y - CROSS, y + CROSS].map(round)
  return html`<path class="cross" d="M${left} ${up}L${right} ${down}M${left} ${down}L${right} ${up}"/>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
