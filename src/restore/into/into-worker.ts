import { serveJobs, transferable } from '../../workers.ts'
import { type LoadedSlice, type LoadJob, type LoadShape, loadSlice } from './load-job.ts'

serveJobs<readonly LoadShape[], LoadJob, LoadedSlice>((tables) => (job) => {
  const result = loadSlice(tables, job)
  const placed = result.cells.flatMap(({ bytes, spans }) => [
    ...transferable(bytes),
    ...transferable(new Uint8Array(spans.buffer)),
  ])
  return { result, transfer: [...transferable(result.bytes), ...placed] }
})
