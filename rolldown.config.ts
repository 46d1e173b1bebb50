import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

/**
 * Builds `dist`: the program with its libraries in a few files instead of some four hundred, which a command would need
 * twice as long to load. What only an early Node 24 needs stays outside.
 */
const KEPT_OUTSIDE = /^(node:|@noble\/post-quantum\/ml-dsa)/

/** The texts of licences that a package leaves out, as its repository has them. */
const KEPT_LICENCES: Readonly<Record<string, string>> = { saxes: 'docs/licences/saxes.txt' }

/** Each worker thread's script lies beside the program, by its own name. */
const workers = globSync('src/**/*-worker.ts').map((path) => [basename(path, '.ts'), path])

export default defineConfig({
  input: { cli: 'src/cli/index.ts', ...Object.fromEntries(workers) },
  platform: 'node',
  external: KEPT_OUTSIDE,
  plugins: [licences()],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[name].js',
  },
})

/** Names every library that was built in, with its version and the licence that must travel with it. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? Object.keys(file.modules) : [],
      )
      const folders = new Set(
        modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
      )
      const texts = [...folders].sort().map(describeLibrary)
      this.emitFile({ type: 'asset', fileName: 'LIBRARIES.txt', source: texts.join('\n\n') })
    },
  }
}

function describeLibrary(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const [text] = globSync('{LICENSE,LICENCE,license,licence}*', { cwd: folder })
  const path = text === undefined ? KEPT_LICENCES[name] : join(folder, text)
  const licence = path === undefined ? licenceInReadme(folder) : readFileSync(path, 'utf8')
  if (licence === undefined) throw new Error(`${name} comes without the text of its licence`)
  return `${name} ${version} (${license})\n\n${licence}`
}

/** Some packages have it at the end of that page. */
function licenceInReadme(folder: string): string | undefined {
  const page = readFileSync(join(folder, 'README.md'), 'utf8')
  return /^#+ licen[cs]e\n+((?=[^#]*Permission is hereby granted)[^#]*)$/im.exec(page)?.[1]
}
