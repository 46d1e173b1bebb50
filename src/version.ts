import { readFileSync } from 'node:fs'

interface Package {
  readonly name: string
  readonly version: string
}

/** Name and version of this program, from the package.json that lies beside `src` and `dist` alike. */
export function programVersion(): Package {
  const { name, version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Package
  return { name, version }
}
