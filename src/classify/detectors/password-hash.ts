import type { Detector } from './detector.ts'

/** Password hashes by the mark of their scheme. */
export const passwordHash: Detector = {
  name: 'password-hash',
  type: 'password-hash',
  by: 'shape',
  strength: 0.98,
  least: 0.5,
  matches: (cell) =>
    /^(?:\$(?:2[aby]?|1|5|6|P|H|argon2\w{0,2}|pbkdf2[\w-]*|scrypt|y)\$|\{S?SHA\d*\}|pbkdf2_sha\d+\$|sha1\$|bcrypt_sha256\$)\S{8,}$/.test(
      cell,
    ),
}
