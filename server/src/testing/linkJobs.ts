// The jobs that are shipped, and the one that tests of share links read the database with.
import { JOBS as SHIPPED } from '../app/jobs/jobTable.ts'
import type { Job } from '../database/database.ts'
import { within } from '../features/links/tables.ts'

export const readPeople: Job<null, string[]> = {
  name: 'test.readPeople',
  kind: 'read',
  async work(db) {
    const rows = await within(db).selectFrom('link_people').select('viewer_id').orderBy('viewer_id').execute()
    return rows.map((row) => row.viewer_id)
  },
}

export const JOBS = [...SHIPPED, readPeople]
