import type { Detector } from './detector.ts'

const AGENT =
  /^(?:Mozilla|Opera|Dalvik|okhttp|curl|Apache-HttpClient|Go-http-client|python-requests|PostmanRuntime|CFNetwork|MicroMessenger)\/\d/

/** Browser strings. */
export const userAgent: Detector = {
  name: 'user-agent',
  type: 'user-agent',
  by: 'shape',
  strength: 1,
  least: 0.5,
  matches: (cell) => AGENT.test(cell),
}
