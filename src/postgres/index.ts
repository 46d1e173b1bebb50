/**
 * Connections to PostgreSQL: where to, as whom and how protected is told by a URL without a password and by what libpq
 * itself reads: PG… in the environment, service files, password files. What of it is not understood is refused, never
 * ignored. No password, and nothing that a server says of its cells, gets into a sentence.
 */
export { connect, type PostgresClient } from './connect.ts'
export { type CopyIn, copyFrom } from './copy-from.ts'
export { type CopyOut, copyTo } from './copy-to.ts'
export { describeQuery, type QueryField } from './describe-query.ts'
export { postgresFault, sqlStateOf } from './faults.ts'
export { findParameters, type Parameters } from './find-parameters.ts'
export { putOwnNamesFirst } from './own-names-first.ts'
export { assertNoPassword, isPostgres } from './parse-url.ts'
export { quoteName, quoteText } from './quote.ts'
export { postgresWriteFault } from './write-faults.ts'
