import type { Detector } from './detector.ts'

const URL_FORM =
  /^(?:https?:\/\/|www\.|\/\/)\S{3,}$|^\/[\w.-]{1,80}(?:\/[\w.?=&%-]{0,200}){1,12}$|^[\w./-]{1,200}\.(?:jpe?g|png|gif|webp|pdf|html?)$/i

/** Links, absolute or from the root of a site. */
export const url: Detector = {
  name: 'url',
  type: 'url',
  by: 'shape',
  strength: 0.9,
  least: 0.5,
  matches: (cell) => URL_FORM.test(cell),
}
