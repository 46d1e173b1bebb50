/** What a number format does to a number on the screen, as far as that is another text than the number's own. */
export interface NumberFormat {
  /** `date` has years, months or days, `time` only hours and less; `elapsed` is a duration, which stays a number. */
  readonly kind: 'number' | 'date' | 'time' | 'elapsed'
  /** Whether a date is shown with its time. */
  readonly clock: boolean
  /** Digits that are shown at least before the point: 6 for `000000`. */
  readonly leadingDigits: number
  /** Digits behind the point; undefined for General, which shows what there is. */
  readonly decimals: number | undefined
  /** Percent, words, currency signs, scaling, fractions: more or less is shown than the number. */
  readonly dressed: boolean
}

export const GENERAL: NumberFormat = {
  kind: 'number',
  clock: false,
  leadingDigits: 0,
  decimals: undefined,
  dressed: false,
}

/** Formats that a workbook may use by number alone (18.8.30), East Asian ones included, as the Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0',
  6: '¥#,##0',
  7: '¥#,##0.00',
  8: '¥#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '¥#,##0',
  43: '#,##0.00',
  44: '¥#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The format of a number that a workbook defines no code for. */
export function builtInFormat(id: number): NumberFormat {
  const code = BUILT_IN[id]
  return code === undefined ? GENERAL : parseNumberFormat(code)
}

/** Letters of dates; `e` and `g` are Japanese and Chinese years, `aaa` is a weekday. */
const DATE_LETTERS = /[ymdhseg]|aaa/i
/** Quoted words, escaped characters, spaces as wide as a character, fillers. */
const LITERALS = /"[^"]*"?|\\.|_./g

/** What a format's code (18.8.31) does; that of positive numbers where it has several. */
export function parseNumberFormat(code: string): NumberFormat {
  if (/^(?:\[[^\]]*\])*(?:general|@)$/i.test(code.trim())) return GENERAL
  const section = firstSection(code)
  const dressedByBrackets = /\[\$[^\]-]+/.test(section)
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section)
  const bare = section
    .replace(LITERALS, '')
    .replace(/\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
  const letters = bare
    .replace(/general/gi, '')
    .replace(/e[+-]/gi, '')
    .replace(/am\/pm|a\/p/gi, 'h')
  if (elapsed) return { ...GENERAL, kind: 'elapsed', dressed: true }
  if (DATE_LETTERS.test(letters)) {
    const kind = /[ydeg]|aaa/i.test(letters) || isMonth(letters) ? 'date' : 'time'
    return { ...GENERAL, kind, clock: /[hs]/i.test(letters) }
  }
  const [whole = '', fraction] = bare.split('.')
  return {
    kind: 'number',
    clock: false,
    leadingDigits: whole.replace(/e.*$/i, '').match(/0/g)?.length ?? 0,
    decimals: /e/i.test(bare) ? undefined : (fraction?.match(/[0#?]/g)?.length ?? 0),
    dressed: dressedByBrackets || isDressed(section, bare),
  }
}

/** `m` alone is a month; beside hours or seconds it is minutes. */
function isMonth(letters: string): boolean {
  return /m/i.test(letters) && !/[hs]/i.test(letters)
}

function isDressed(section: string, bare: string): boolean {
  const words = (section.match(/"[^"]*"?|\\./g) ?? []).join('').replace(/["\\\s()\-+,]/g, '')
  return words !== '' || /[^0#?.,Ee+\-\s()]|,$|,\./.test(bare) || !/[0#?]/.test(bare)
}

function firstSection(code: string): string {
  return /^(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;"\\[])*/.exec(code)?.[0] ?? code
}
