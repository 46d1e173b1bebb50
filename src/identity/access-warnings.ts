import { say } from '../messages/index.ts'

/** Something a person should put right, though the key works. */
export interface KeyWarning {
  readonly sentence: string
  readonly hint: string
}

/** Of a file with a secret in it that others can read. `path` is shown as it is. */
export function accessWarnings(path: string, mode: number): KeyWarning[] {
  // Windows shows POSIX modes that mean nothing; its folder permissions decide.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return []
  const shown = (mode & 0o777).toString(8).padStart(4, '0')
  const sentence = say().identity.keyReadableByOthers({ path, mode: shown })
  return [{ sentence, hint: say().identity.keyReadableByOthersHint({ path }) }]
}
