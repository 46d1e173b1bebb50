/** The one class that is used of `pg`: its own entry would load pools and look for a native library as well. */
declare module 'pg/lib/client.js' {
  import type { Client } from 'pg'

  export = Client
}

declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'
  export function to(sql: string): Readable & Submittable & { readonly rowCount: number }
  export function from(sql: string): Writable & Submittable & { readonly rowCount: number }
}
