import type { Detector } from './detector.ts'

const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z][ ·.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳领]$/

const JAPANESE = /^\p{Script=Han}{1,4} ?\d{2,3} ?\p{Script=Hiragana} ?(?:[・.]{0,3}\d{1,4}|\d{2}-\d{2})$/u
const KOREAN = /^(?:[가-힣]{2} ?)?\d{2,3}[가-힣] ?\d{4}$/

/** Vehicle plates: Chinese of five characters, or six for new energy, Japanese and Korean. */
export const plateNumber: Detector = {
  name: 'plate-number',
  type: 'plate-number',
  by: 'shape',
  strength: 0.95,
  least: 0.5,
  matches: (cell) => PLATE.test(cell) || JAPANESE.test(cell) || KOREAN.test(cell),
}
