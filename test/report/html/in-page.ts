/** What the browser is asked for; these run in the page, so they may use nothing from outside themselves. */

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Style {
  readonly color: string
  readonly fill: string
  readonly backgroundColor: string
  readonly fontSize: string
  readonly breakInside: string
}

interface PageElement {
  readonly tagName: string
  readonly id: string
  readonly namespaceURI: string
  readonly scrollWidth: number
  readonly scrollHeight: number
  closest(selector: string): PageElement | null
  getBoundingClientRect(): Box
}

interface TextNode {
  readonly textContent: string
  readonly parentElement: PageElement
}

declare const document: {
  readonly documentElement: PageElement
  readonly body: PageElement
  querySelectorAll(selector: string): Iterable<PageElement>
  createTreeWalker(root: PageElement, what: number): { nextNode(): TextNode | null }
  createRange(): { selectNodeContents(node: TextNode): void; getClientRects(): Iterable<Box> }
  elementsFromPoint(x: number, y: number): readonly PageElement[]
}
declare function getComputedStyle(element: PageElement): Style

/** A line of text as it was painted. */
export interface PaintedText {
  readonly text: string
  readonly box: Box
  readonly colour: string
  /** Of what lies directly behind it. */
  readonly ground: string
  /** Whether it stands in a picture, and the box of the picture. */
  readonly picture?: Box
}

export function measureExtent(): { readonly width: number; readonly height: number } {
  return { width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight }
}

/** Whether a sheet of paper may end in the middle of a picture, for each of them. */
export function readBreaks(): string[] {
  return Array.from(document.querySelectorAll('figure'), (figure) => getComputedStyle(figure).breakInside)
}

/** Every line of text that is painted, with its colours; the viewport must be as high as the page. */
export function readPaintedTexts(): PaintedText[] {
  const SHOW_TEXT = 4
  const walker = document.createTreeWalker(document.body, SHOW_TEXT)
  const texts: PaintedText[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent.trim()
    if (text === '' || parent.closest('.said, thead, title, desc') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const style = getComputedStyle(parent)
    const picture = parent.closest('svg')?.getBoundingClientRect()
    const svg = parent.namespaceURI.endsWith('svg')
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width < 1 || height < 1) continue
      const stack = document.elementsFromPoint(x + width / 2, y + height / 2)
      const grounds = stack.map((element) =>
        element.tagName === 'rect'
          ? getComputedStyle(element).fill
          : element.namespaceURI.endsWith('svg')
            ? 'none'
            : getComputedStyle(element).backgroundColor,
      )
      const ground = grounds.find((colour) => colour.startsWith('rgb(')) ?? 'none'
      // A line's box is as high as the font's tallest sign; letters are as high as the font's size.
      const high = svg ? height : Math.min(height, Number.parseFloat(style.fontSize))
      const box = { x, y: y + (height - high) / 2, width, height: high }
      const colour = svg ? style.fill : style.color
      texts.push({ text, box, colour, ground, ...(picture && { picture: copy(picture) }) })
    }
  }
  return texts

  function copy({ x, y, width, height }: Box): Box {
    return { x, y, width, height }
  }
}
