/** Characters of one cell that are looked at; more are counted as not examined. */
export const CELL_CHARACTERS = 2000

const BLANK = new Set(
  '- -- --- / // \\ . .. 无 無 空 暂无 未知 未填 未填写 没有 不详 (空) n/a na #n/a null nil none undefined nan (null) \\n \\\\n — —— ー なし 없음 k.a. unbekannt néant'
    .split(' ')
    .concat(''),
)

/** Whether a normalised cell says that there is nothing. */
export function isBlank(cell: string): boolean {
  return cell.length <= 9 && BLANK.has(cell.toLowerCase())
}

/**
 * A cell as the detectors see it: cut to `CELL_CHARACTERS`, full-width forms folded, and without the wrappings that
 * spreadsheets put around numbers (a leading apostrophe, `="…"`, tabs).
 */
export function normaliseCell(cell: string): string {
  const cut = cell.length > CELL_CHARACTERS ? cell.slice(0, CELL_CHARACTERS) : cell
  const folded = foldWidth(cut).trim()
  const unwrapped = folded.startsWith('="') && folded.endsWith('"') ? folded.slice(2, -1) : folded
  return (unwrapped.startsWith("'") ? unwrapped.slice(1) : unwrapped).trim()
}

/** U+FF01 to U+FF5E are ASCII in double width; U+3000 is their space. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (letter) => {
    const code = letter.charCodeAt(0)
    return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0)
  })
}
