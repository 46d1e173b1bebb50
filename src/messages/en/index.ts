import { access } from './access.ts'
import { actions } from './actions.ts'
import { backup } from './backup.ts'
import { census } from './census.ts'
import { claims } from './claims.ts'
import { classify } from './classify.ts'
import { cli } from './cli.ts'
import { columnTypes } from './column-types.ts'
import { compare } from './compare.ts'
import { compromise } from './compromise.ts'
import { crypto } from './crypto.ts'
import { databases } from './databases.ts'
import { deed } from './deed.ts'
import { drift } from './drift.ts'
import { drill } from './drill.ts'
import { drillHistory } from './drill-history.ts'
import { evidence } from './evidence.ts'
import { files } from './files.ts'
import { html } from './html.ts'
import { htmlGuide } from './html-guide.ts'
import { identity } from './identity.ts'
import { ingest } from './ingest.ts'
import { into, intoPostgres, intoSqlite } from './into.ts'
import { intoReport } from './into-report.ts'
import { json } from './json.ts'
import { keys } from './keys.ts'
import { ledger } from './ledger.ts'
import { papers } from './papers.ts'
import { policy } from './policy.ts'
import { postgres } from './postgres.ts'
import { preview } from './preview.ts'
import { prune } from './prune.ts'
import { receipt } from './receipt.ts'
import { report } from './report.ts'
import { reseal } from './reseal.ts'
import { restore } from './restore.ts'
import { review } from './review.ts'
import { rotate } from './rotate.ts'
import { seal } from './seal.ts'
import { signers } from './signers.ts'
import { sources } from './sources.ts'
import { verify } from './verify.ts'
import { xlsx } from './xlsx.ts'

export const en = {
  ingest,
  databases,
  json,
  postgres,
  classify,
  actions,
  policy,
  drift,
  crypto,
  identity,
  files,
  deed,
  access,
  backup,
  rotate,
  drill,
  drillHistory,
  signers,
  claims,
  ledger,
  keys,
  census,
  compromise,
  papers,
  review,
  seal,
  preview,
  prune,
  sources,
  xlsx,
  verify,
  reseal,
  restore,
  compare,
  into,
  intoPostgres,
  intoSqlite,
  intoReport,
  receipt,
  report,
  evidence,
  html,
  htmlGuide,
  columnTypes,
  cli,
}
