import { say } from '../../messages/index.ts'
import type { ExplainedColumn } from '../classify-report.ts'
import { type Html, html } from '../html/index.ts'
import { anchorOf, colourOf, compartmentOf, nameOf, percentOf, placeOf, typeOf } from './facts.ts'

/** A table's columns, to be drawn by compartment (one lane each) and confidence (bands from left to right). */
export interface Picture {
  /** Its place among the tables, for anchors. */
  readonly table: number
  readonly name: string
  readonly columns: readonly ExplainedColumn[]
  readonly unsureBelow: number
}

/** Measures of one drawing, in units that are pixels where it is shown at its own size. */
interface Layout {
  readonly id: 'wide' | 'narrow'
  readonly width: number
  /** Left of the bands, for the names of the lanes; 0 puts each above its lane. */
  readonly gutter: number
  /** Characters of a compartment's name, so that the widest fit there. */
  readonly nameLength: number
  readonly tile: number
}

const LAYOUTS: readonly Layout[] = [
  { id: 'wide', width: 880, gutter: 172, nameLength: 9, tile: 28 },
  { id: 'narrow', width: 340, gutter: 0, nameLength: 20, tile: 24 },
]

const GAP = 4
const TILE_HEIGHT = 22
const HEAD = 30
const LANE_PADDING = 9
const NAME_HEIGHT = 22
/** More squares than this are a texture, not a picture: then bars count them. */
const MOST_TILES = 120
/** Widths of the bands to each other: most columns are sure. */
const SHARES = [1, 0.8, 0.8, 1.4]
/** Lower borders of the bands above the unsure one, in percent. */
const BORDERS = [75, 90]

/** Both drawings; the style sheet shows the one that fits. */
export function drawPicture(picture: Picture): Html {
  const words = say().html.picture
  const counted = picture.columns.length > MOST_TILES
  return html`<figure>${LAYOUTS.map((layout) => drawLayout(picture, layout, counted))}
<figcaption>${counted ? words.captionCounts : words.caption}</figcaption></figure>`
}

interface Lane {
  readonly compartment: string
  readonly bands: readonly (readonly ExplainedColumn[])[]
  readonly columns: readonly ExplainedColumn[]
}

function drawLayout(picture: Picture, layout: Layout, counted: boolean): Html {
  const lanes = sortIntoLanes(picture)
  const labels = bandLabels(picture.unsureBelow)
  const bands = placeBands(layout)
  const most = Math.max(...lanes.flatMap(({ bands }) => bands.map((band) => band.length)))
  const perRow = (band: number) =>
    counted ? Number.MAX_SAFE_INTEGER : Math.floor(((bands[band]?.width ?? 0) - GAP) / (layout.tile + GAP))
  let y = HEAD
  const drawn = lanes.map((lane) => {
    const top = y + (layout.gutter === 0 ? NAME_HEIGHT : 0)
    const rows = Math.max(1, ...lane.bands.map((band, at) => Math.ceil(band.length / perRow(at))))
    const height = rows * (TILE_HEIGHT + GAP) - GAP + 2 * LANE_PADDING
    const cells = lane.bands.map((band, at) => {
      const { x = 0, width = 0 } = bands[at] ?? {}
      return counted
        ? drawBar(band, { x, y: top + LANE_PADDING, width, most })
        : drawTiles(band, { x, y: top + LANE_PADDING, perRow: perRow(at), picture, layout })
    })
    const markup = html`<g>${drawLaneName(lane, layout, y)}${cells}<line class="hair" x1="0" x2="${layout.width}" y1="${top + height}" y2="${top + height}"/></g>
`
    y = top + height
    return markup
  })
  const id = `t${picture.table + 1}-${layout.id}`
  return html`<svg class="picture ${layout.id}" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${layout.width} ${y + 1}" width="${layout.width}" height="${y + 1}">
<title id="${id}-title">${say().html.picture.title({ name: nameOf(picture.name) })}</title>
<desc id="${id}-desc">${describeLanes(lanes, picture.unsureBelow)}</desc>
<rect class="doubt" x="${layout.gutter}" y="0" width="${(bands[0]?.width ?? 0) - GAP}" height="${y}"/>
${labels.map((label, at) => html`<text class="band${at === 0 ? ' alerting' : ''}" x="${(bands[at]?.x ?? 0) + 6}" y="18">${label[layout.id]}</text>`)}
<line class="rule" x1="0" x2="${layout.width}" y1="${HEAD}" y2="${HEAD}"/>
${drawn}</svg>`
}

function placeBands({ width, gutter }: Layout): { readonly x: number; readonly width: number }[] {
  const unit = (width - gutter) / SHARES.reduce((sum, share) => sum + share)
  let x = gutter
  return SHARES.map((share) => {
    const band = { x: Math.round(x), width: Math.round(share * unit) }
    x += share * unit
    return band
  })
}

function sortIntoLanes({ columns, unsureBelow }: Picture): Lane[] {
  const known = Object.keys(say().html.compartments)
  const names = [...new Set(columns.map(placeOf))]
  const rank = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length)
  return names
    .toSorted((a, b) => rank(a) - rank(b))
    .map((compartment) => {
      const own = columns.filter((column) => placeOf(column) === compartment)
      const bands = Array.from({ length: BORDERS.length + 2 }, (_, band) =>
        own.filter(({ confidence }) => bandOf(confidence, unsureBelow) === band),
      )
      return { compartment, bands, columns: own }
    })
}

/** By the percentage that the table below shows, so that both say the same. */
function bandOf(confidence: number, unsureBelow: number): number {
  if (confidence < unsureBelow) return 0
  return 1 + BORDERS.filter((border) => Math.round(confidence * 100) >= border).length
}

function bandLabels(unsureBelow: number): { wide: string; narrow: string }[] {
  const words = say().html.picture
  const below = Math.round(unsureBelow * 100)
  const unsure = { wide: words.unsure({ below }), narrow: `<${say().html.percent({ value: String(below) })}` }
  const borders = [below, ...BORDERS]
  const sure = borders.map((from, at) => {
    const band = words.band({ from, to: (borders[at + 1] ?? 101) - 1 })
    return { wide: at === borders.length - 1 ? `${band} ${words.axis}` : band, narrow: band }
  })
  return [unsure, ...sure]
}

function drawLaneName(lane: Lane, layout: Layout, y: number): Html {
  const baseline = layout.gutter === 0 ? y + 18 : y + LANE_PADDING + 15.5
  return html`<rect class="${colourOf(lane.compartment)}" x="0" y="${baseline - 9}" width="9" height="9"/><text class="lane" x="16" y="${baseline}">${compartmentOf(lane.compartment, layout.nameLength)} <tspan class="count">${lane.columns.length}</tspan></text>`
}

function drawTiles(
  band: readonly ExplainedColumn[],
  place: { x: number; y: number; perRow: number; picture: Picture; layout: Layout },
): Html[] {
  const { picture, layout } = place
  return band.map((column, at) => {
    const x = place.x + GAP + (at % place.perRow) * (layout.tile + GAP)
    const y = place.y + Math.floor(at / place.perRow) * (TILE_HEIGHT + GAP)
    const unsure = column.confidence < picture.unsureBelow
    const kind = `tile ${colourOf(placeOf(column))}${column.sensitive ? ' full' : ''}${unsure ? ' unsure' : ''}`
    const title = say().html.picture.tile({
      number: column.index + 1,
      name: nameOf(column.header),
      type: typeOf(column.type),
      confidence: percentOf(column.confidence),
    })
    return html`<a class="${kind}" href="#${anchorOf(picture.table, column)}" tabindex="-1"><title>${title}</title><rect x="${x + 0.75}" y="${y + 0.75}" width="${layout.tile - 1.5}" height="${TILE_HEIGHT - 1.5}" rx="2"/><text x="${x + layout.tile / 2}" y="${y + 15.5}">${column.index + 1}</text></a>`
  })
}

function drawBar(
  band: readonly ExplainedColumn[],
  place: { x: number; y: number; width: number; most: number },
): Html | undefined {
  const first = band[0]
  if (first === undefined) return undefined
  const room = place.width - GAP - 44
  const scale = (count: number) =>
    Number(Math.max(count === 0 ? 0 : 2, (count / place.most) * room).toFixed(1))
  const sensitive = band.filter((column) => column.sensitive).length
  const colour = colourOf(placeOf(first))
  return html`<g class="bar ${colour}"><rect class="pale" x="${place.x + GAP}" y="${place.y + 3}" width="${scale(band.length)}" height="16"/><rect x="${place.x + GAP}" y="${place.y + 3}" width="${scale(sensitive)}" height="16"/><text x="${place.x + GAP + scale(band.length) + 5}" y="${place.y + 15.5}">${band.length}</text></g>`
}

function describeLanes(lanes: readonly Lane[], unsureBelow: number): string {
  return lanes
    .map(({ compartment, columns }) =>
      say().html.picture.lane({
        compartment: compartmentOf(compartment),
        columns: columns.length,
        sensitive: columns.filter(({ sensitive }) => sensitive).length,
        unsure: columns.filter(({ confidence }) => confidence < unsureBelow).length,
      }),
    )
    .join(' ')
}
