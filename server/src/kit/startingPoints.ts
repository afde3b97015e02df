// Where the project is and where a thread begins, whether this runs from the sources or from the few files that were built of them.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const IS_BUILT = import.meta.filename.endsWith('.mjs')

/** The folder of the whole project. */
export const ROOT = join(import.meta.dirname, IS_BUILT ? '../..' : '../../..')

const startingPoint = (source: string, built: string) =>
  pathToFileURL(join(ROOT, IS_BUILT ? join('server/dist', built) : join('server/src', source)))

/** The database thread. */
export const DATABASE_THREAD = startingPoint('database/sqlite/thread.ts', 'thread.mjs')
/** Every job that a database thread can do for the server. */
export const JOB_TABLE = startingPoint('app/jobs/jobTable.ts', 'jobTable.mjs')
