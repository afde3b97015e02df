// How much waits in a queue, and how long its oldest has.
import type { JobContext } from '../../database/database.ts'
import type { Backlog } from './webhookRecords.ts'

export async function toBacklog(
  { waiting, oldest }: { readonly waiting: number; readonly oldest: number | null },
  { now }: Pick<JobContext, 'now'>,
): Promise<Backlog> {
  return { waiting, oldestMs: oldest === null ? 0 : Math.max(0, (await now()) - oldest) }
}
