import type { Detector } from './detector.ts'

const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z][ ·.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳领]$/

/** Chinese vehicle plates, five characters or six for new energy. */
export const plateNumber: Detector = {
  name: 'plate-number',
  type: 'plate-number',
  by: 'shape',
  strength: 0.95,
  least: 0.5,
  matches: (cell) => PLATE.test(cell),
}
