/** A command line as this platform's shell takes it; it holds no secrets, because flags never do. */
export function describeCommandLine(words: readonly string[], platform: NodeJS.Platform): string {
  return describeWords(['datadeed', ...words], platform)
}

export function describeWords(words: readonly string[], platform: NodeJS.Platform): string {
  return words.map(platform === 'win32' ? quoteForCmd : quoteForPosix).join(' ')
}

const PLAIN = /^[\p{L}\p{N}_@%+=:,./\\-]+$/u

function quoteForPosix(word: string): string {
  if (PLAIN.test(word) && !word.includes('\\')) return word
  return `'${word.replaceAll("'", "'\\''")}'`
}

/** For cmd.exe and PowerShell alike: double quotes; a file name cannot hold one on Windows. */
function quoteForCmd(word: string): string {
  return PLAIN.test(word) && !word.includes('%') ? word : `"${word.replaceAll('"', '""')}"`
}
