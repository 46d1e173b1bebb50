// Loaded before the program: counts what its main thread asks of the file system, and does at chosen calls what the plan
// in AT_CALL says. A step is { at, does }: a signal's name sends it to the process, `reject` leaves a rejection that nobody
// hears, `hang` never answers, anything else is the code of the error that the call ends with. `at: n + 0.5` is behind call n.
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const { isMainThread } = require('node:worker_threads')

const NAMES = [
  'open',
  'lstat',
  'readdir',
  'mkdir',
  'chmod',
  'link',
  'rename',
  'unlink',
  'rmdir',
  'rm',
  'stat',
  'realpath',
]
const OF_FILES = ['write', 'read', 'sync', 'close', 'chmod', 'stat']
const plan = JSON.parse(process.env.AT_CALL ?? '[]')
const calls = []

async function reach(at) {
  for (const { does } of plan.filter((step) => step.at === at)) {
    if (does === 'reject') Promise.reject(new Error('CANARY'))
    else if (does === 'hang') await new Promise(() => setInterval(() => undefined, 1000))
    else if (does.startsWith('SIG')) process.kill(process.pid, does)
    else throw Object.assign(new Error(does), { code: does })
    // A signal arrives in its own turn.
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const counted = (name, act) =>
  async function (...given) {
    const number = calls.push(name)
    await reach(number)
    try {
      return await act.apply(this, given)
    } finally {
      await reach(number + 0.5)
    }
  }

if (isMainThread) {
  for (const name of NAMES) {
    const real = fs.promises[name]
    fs.promises[name] = counted(name, async (...given) => {
      const result = await real(...given)
      if (name === 'open')
        for (const each of OF_FILES) result[each] = counted(`file.${each}`, result[each].bind(result))
      return result
    })
  }
  syncBuiltinESMExports()
  if (process.env.AT_CALL_COUNT !== undefined)
    process.on('exit', () => fs.writeFileSync(process.env.AT_CALL_COUNT, JSON.stringify(calls)))
}
