/**
 * Node writes no diagnostic report of this process, whatever NODE_OPTIONS say: it would hold command line and environment.
 * Inspectors, heap snapshots and core dumps are beyond a program's reach (SECURITY.md).
 */
export function turnReportsOff(): void {
  const { report } = process
  report.reportOnFatalError = false
  report.reportOnSignal = false
  report.reportOnUncaughtException = false
}
