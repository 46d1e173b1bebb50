import { basename } from 'node:path'
import { instant } from '../deed/index.ts'
import { fingerprintDigits, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Receipt } from '../receipt/index.ts'
import { renderReceiptPage, renderVerifiedPage } from '../report/index.ts'
import type { VerifyReport } from '../verify/index.ts'
import { programVersion } from '../version.ts'
import { writeOwn } from './files.ts'
import type { Session } from './session.ts'

/** Writes the page of a verification, whatever it came to; for its owner's eyes, like the deed itself. */
export async function writeVerifiedPage(
  path: string,
  { report, key }: { readonly report: VerifyReport; readonly key: OpenedKey | undefined },
  session: Session,
): Promise<void> {
  const page = renderVerifiedPage({
    report,
    file: basename(report.deed),
    reader: key?.card ?? null,
    at: instant(session.now),
    tool: programVersion(),
    digitsOf: fingerprintDigits,
  })
  await write(path, page, session)
}

export async function writeReceiptPage(path: string, receipt: Receipt, session: Session): Promise<void> {
  await write(path, renderReceiptPage({ receipt, digitsOf: fingerprintDigits }), session)
}

async function write(path: string, page: string, session: Session): Promise<void> {
  await writeOwn(path, page)
  session.note(say().evidence.pageWritten({ file: printable(path) }))
}
