#!/usr/bin/env node
// Written for any Node that knows modules, so that an old one can say what is wrong instead of showing a syntax error.

var needed = [24, 6]
var running = process.versions.node.split('.').map(Number)
var old = running[0] < needed[0] || (running[0] === needed[0] && running[1] < needed[1])

if (old) {
  process.stderr.write(
    'error: datadeed needs Node.js ' +
      needed.join('.') +
      ' or newer, this is ' +
      process.versions.node +
      '; install it from https://nodejs.org / datadeed 需要 Node.js ' +
      needed.join('.') +
      ' 或更高版本，请从该网址安装\n',
  )
  process.exitCode = 2
} else {
  start()
}

// In a checkout the sources run as they are; an installed package has no sources and runs its build.
function start() {
  process.removeAllListeners('warning')
  import('node:fs')
    .then((fs) => {
      var here = (path) => new URL(path, import.meta.url)
      var checkout = fs.existsSync(here('../src/cli/index.ts')) && fs.existsSync(here('../tsconfig.json'))
      return checkout ? import('../src/cli/index.ts') : import(here('../dist/cli.js').href)
    })
    .then((cli) => cli.main(process.argv.slice(2), process.exit))
    .catch((error) => {
      process.stderr.write(`error: datadeed cannot start; its installation is incomplete (${error.code})\n`)
      return 1
    })
    .then((code) => {
      // What is still on its way to a pipe must arrive before the process ends.
      process.stderr.write('', () => {
        process.exit(code)
      })
    })
}
