import { distinctRatio } from '../view.ts'
import type { Detector } from './detector.ts'

/** Long random letters of both cases and digits. */
export const secret: Detector = {
  name: 'secret',
  type: 'token',
  by: 'shape',
  strength: 0.6,
  least: 0.8,
  matches: (cell) =>
    /^[\w+/=-]{24,512}$/.test(cell) && /[a-z]/.test(cell) && /[A-Z]/.test(cell) && /\d/.test(cell),
  suits: (view) => distinctRatio(view) > 0.5,
}
