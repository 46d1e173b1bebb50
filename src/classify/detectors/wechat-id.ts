import { shareOf } from '../view.ts'
import type { Detector } from './detector.ts'

/** A chosen name, or the mobile number that the account hangs on. */
const ACCOUNT = /^(?:[a-zA-Z][-_a-zA-Z0-9]{5,25}|1[3-9]\d{9})$/

/** WeChat's own ids; where some are, the others are chosen names. */
export const wechatId: Detector = {
  name: 'wechat-id',
  type: 'wechat-id',
  by: 'shape',
  strength: 0.9,
  least: 0.05,
  matches: (cell) => /^wxid_[a-z0-9]{6,20}$/.test(cell),
  suits: (view) => shareOf(view, (cell) => ACCOUNT.test(cell)) > 0.8,
}
