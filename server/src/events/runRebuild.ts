// events:rebuild: makes anew what one subscription has made of the log, and says how far it is.
import type { Database } from '../database/database.ts'
import type { Subscription } from './subscription.ts'
import type { SubscriptionJobs } from './subscriptions.ts'

export interface RebuildNeeds {
  readonly database: Pick<Database, 'run'>
  readonly subscriptions: readonly Subscription[]
  readonly jobs: Pick<SubscriptionJobs, 'beginRebuild' | 'take' | 'readLags'>
  readonly print: (line: string) => void
}

const FACTS_TOGETHER = 500

/** Exit codes: 0 made anew, 1 a fact stands in the way, 2 there is no such subscription, or nothing of it to be made anew. */
export async function runRebuild(name: string | undefined, needs: RebuildNeeds): Promise<0 | 1 | 2> {
  const { database, subscriptions, jobs, print } = needs
  const found = subscriptions.find((one) => one.name === name)
  if (!found) {
    const names = subscriptions.map((one) => one.name).join(', ')
    print(
      `events:rebuild: ${name === undefined ? 'say which subscription' : `no subscription is named ${name}`}: ${names}`,
    )
    return 2
  }
  if ((await database.run(jobs.beginRebuild, { name: found.name })) === null) {
    print(`events:rebuild: what ${found.name} did has left the house and is not done again`)
    return 2
  }
  return takeAll(found.name, needs)
}

async function takeAll(name: string, { database, jobs, print }: RebuildNeeds): Promise<0 | 1> {
  const left = async () => (await database.run(jobs.readLags, null)).find((lag) => lag.name === name)?.facts ?? 0
  const all = await left()
  print(`events:rebuild: ${name}: ${all} facts`)
  for (let behind = all; behind > 0;) {
    const { stuck } = await database.run(jobs.take, { name, limit: FACTS_TOGETHER })
    for (const { stream, seq, problem } of stuck) print(`events:rebuild: ${name}: fact ${seq} of ${stream}: ${problem}`)
    const now = await left()
    print(`events:rebuild: ${name}: ${all - now} of ${all}`)
    if (now >= behind) break
    behind = now
  }
  const over = (await left()) === 0
  if (!over) print(`events:rebuild: ${name}: not whole; the server tries the rest again`)
  return over ? 0 : 1
}
