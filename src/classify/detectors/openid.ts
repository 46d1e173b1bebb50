import type { Detector } from './detector.ts'

/** WeChat openid, unionid and external_userid. */
export const openid: Detector = {
  name: 'openid',
  type: 'openid',
  by: 'shape',
  strength: 0.97,
  least: 0.5,
  matches: (cell) => /^o[A-Za-z0-9_-]{27}$|^w[mo][A-Za-z0-9_-]{28,32}$/.test(cell),
}
