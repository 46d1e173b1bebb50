const NUMBERS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const
/** How long the work may take to clean up behind a bug before the process ends all the same. */
const CLEANING_MS = 5_000

type Stopping = keyof typeof NUMBERS

/** Why a run was asked to stop; the exit code is 128 + the signal's number. */
export class Stopped extends Error {
  readonly signalName: Stopping
  readonly exitCode: number

  constructor(signalName: Stopping) {
    super(signalName)
    this.name = 'AbortError'
    this.signalName = signalName
    this.exitCode = 128 + NUMBERS[signalName]
  }
}

/** An error that nobody was there to catch: a bug, told by its cause. */
export class Uncaught extends Error {
  constructor(cause: unknown) {
    super('uncaught', { cause })
    this.name = 'Uncaught'
  }
}

/** The first signal asks the work to stop and clean up; a second one ends the process at once. */
export function listenForSignals(exit: (code: number) => void): AbortSignal {
  const controller = new AbortController()
  const stop = (name: Stopping) => {
    const stopped = new Stopped(name)
    if (controller.signal.aborted) exit(stopped.exitCode)
    else controller.abort(stopped)
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGHUP', () => stop('SIGHUP'))
  process.on('uncaughtException', (error) => {
    if (!controller.signal.aborted) controller.abort(new Uncaught(error))
    setTimeout(() => exit(1), CLEANING_MS)
  })
  return controller.signal
}
