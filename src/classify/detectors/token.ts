import type { Detector } from './detector.ts'

/** Tokens and keys by their marks. */
export const token: Detector = {
  name: 'token',
  type: 'token',
  by: 'shape',
  strength: 0.96,
  least: 0.5,
  matches: (cell) =>
    /^(?:eyJ[\w-]{10,}\.[\w-]{4,}\.|(?:sk|pk|rk|whsec)_(?:live|test)_\w{8,}|gh[pousr]_\w{20,}|xox[bp]-|AKIA[A-Z0-9]{16}$|ya29\.)/.test(
      cell,
    ),
}
