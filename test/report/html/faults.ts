import { contrastOf } from './contrast.ts'
import type { PaintedText } from './in-page.ts'

/** Of a fraction of a pixel nobody sees anything. */
const SHARED = 1

type Text = Pick<PaintedText, 'text' | 'box' | 'picture' | 'colour' | 'ground'>

/** Texts painted over one another. */
export function findOverlaps(texts: readonly Text[]): string[] {
  const sorted = texts.toSorted((a, b) => a.box.y - b.box.y)
  return sorted.flatMap(({ text, box }, at) => {
    const found: string[] = []
    for (const other of sorted.slice(at + 1)) {
      if (other.box.y > box.y + box.height) break
      const wide = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x)
      const high = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y)
      if (wide > SHARED && high > SHARED) found.push(`"${text}" and "${other.text}"`)
    }
    return found
  })
}

/** Texts that end outside the page or outside their picture. */
export function findCut(texts: readonly Text[], width: number): string[] {
  const outside = texts.filter(({ box, picture }) => {
    const [left, right] = picture === undefined ? [0, width] : [picture.x, picture.x + picture.width]
    return box.x < left - 0.5 || box.x + box.width > right + 0.5
  })
  return outside.map(({ text }) => text)
}

export function findContrasts(texts: readonly Text[]): { readonly text: string; readonly ratio: number }[] {
  return texts.map(({ text, colour, ground }) => ({ text, ratio: contrastOf(colour, ground) }))
}
