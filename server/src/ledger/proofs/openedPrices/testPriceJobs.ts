// The jobs that are shipped, and those that the tests of step prices read the database with.
import { JOBS as SHIPPED } from '../../../app/jobs/jobTable.ts'
import type { Job } from '../../../database/database.ts'
import type { OrderRow } from '../../../database/schema.ts'
import { type Fact, readFacts } from '../../../events/facts.ts'
import { SHOW } from '../testShop.ts'

export const readOrders: Job<null, OrderRow[]> = {
  name: 'test.readOrders',
  kind: 'read',
  work: (db) => db.selectFrom('orders').selectAll().orderBy('hold_id').execute(),
}

export const readReached: Job<null, Fact[]> = {
  name: 'test.readReached',
  kind: 'read',
  work: (db) => readFacts(db, { stream: SHOW, after: 0, upTo: 1e12, types: ['step:reached'], limit: 100 }),
}

export const JOBS = [...SHIPPED, readOrders, readReached]
