/** WCAG 2.2, "contrast ratio", of two colours written as `#rrggbb` or `rgb(r, g, b)`. */
export function contrastOf(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parts(colour: string): number[] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(colour)
  if (hex !== null) return hex.slice(1).map((part) => Number.parseInt(part, 16))
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)
  if (rgb === null) throw new Error(`no opaque colour: ${colour}`)
  return rgb.slice(1).map(Number)
}
