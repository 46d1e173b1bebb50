import type { Detector } from './detector.ts'

const PORTRAIT =
  /^(?=[^\s]{8,}$)(?:https?:\/)?\/[^\s]{0,300}(?:avatar|headimg|portrait|profile[_-]?(?:photo|pic|image)|mmopen\/|\/face\/|idcard|selfie)/i

/** Links whose path speaks of a portrait. */
export const photoUrl: Detector = {
  name: 'photo-url',
  type: 'photo-url',
  by: 'shape',
  strength: 0.92,
  least: 0.6,
  matches: (cell) => PORTRAIT.test(cell),
}
