const NUMBERS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

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
  return controller.signal
}
