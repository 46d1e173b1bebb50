import { DatadeedError } from '../errors.ts'
import { NAME_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** Leaves room for an extension and a temporary suffix in the 255 bytes that file systems give a name. */
const FILE_NAME_BYTES = 200
// Windows' device names, with or without an extension: CON, NUL, COM1, LPT¹, CONIN$ …
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i
// Separators and what Windows forbids; a leading dash reads as a flag, a leading dot hides the file.
const UNSAFE = /[/\\<>:"|?*]|^[-.~]|\.$/

/**
 * Requires a party's name that can be shown and compared: not empty, no control, invisible or bidirectional characters.
 * @throws DatadeedError with the given code
 */
export function assertPartyName(name: string, code: 'USAGE' | 'DAMAGED'): void {
  const fault = partyNameFault(name)
  if (fault !== undefined) throw new DatadeedError(code, fault)
}

/** Why a name cannot be shown or compared, as a sentence, or undefined. */
export function partyNameFault(name: string): string | undefined {
  const got = Buffer.byteLength(name)
  if (got === 0) return say().identity.nameEmpty
  if (got > NAME_BYTES) return say().identity.nameTooLong({ got, most: NAME_BYTES })
  if (printable(name, NAME_BYTES) !== name || name.trim() !== name) return say().identity.nameUnprintable
  return undefined
}

/**
 * Requires a name that can be a file's on every system, so that a key made here can be used on any machine.
 * @throws DatadeedError PATH
 */
export function assertFileName(name: string): void {
  const fault = partyNameFault(name)
  const got = Buffer.byteLength(name)
  const hints = [say().identity.namePathHint]
  if (fault !== undefined) throw new DatadeedError('PATH', fault, { hints })
  if (got > FILE_NAME_BYTES) {
    throw new DatadeedError('PATH', say().identity.nameTooLong({ got, most: FILE_NAME_BYTES }), { hints })
  }
  if (RESERVED.test(name) || UNSAFE.test(name)) {
    throw new DatadeedError('PATH', say().identity.namePath({ name: printable(name) }), { hints })
  }
}
