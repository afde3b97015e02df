// A second thread that only reads: a long look at the database never keeps a hold waiting.
import type { Database } from '../database.ts'

/** What lives shorter than this (tools, most tests) does without: a thread costs a moment to start. */
const READER_AFTER_MS = 1000

/** Until the reader is open, and if it cannot be opened, everything is done by `writer`. */
export function withReader(writer: Database, openReader: () => Promise<Database>): Database {
  let reader: Database | null = null
  let opening: Promise<void> = Promise.resolve()
  const open = async () => {
    reader = await openReader().catch(() => null)
  }
  const timer = setTimeout(() => {
    opening = open()
  }, READER_AFTER_MS).unref()

  return {
    run: (job, input) => (job.kind === 'read' && reader !== null ? reader : writer).run(job, input),
    async close() {
      clearTimeout(timer)
      await opening
      await reader?.close()
      await writer.close()
    },
  }
}
