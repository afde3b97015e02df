// Keeps a certificate that others vouch for: orders the first one, renews it in time, waits longer after each refusal.
import type { Log } from '../../ops/log.ts'
import { type Certificate, validityOf } from '../pair.ts'
import { repeat } from '../repeat.ts'
import type { CertificateSource } from '../source.ts'
import type { AcmeFolder } from './folder.ts'
import { createServed, type Served, timeOf } from './served.ts'
import { nextAttemptAt } from './timing.ts'

export interface KeeperNeeds {
  readonly host: string
  readonly folder: AcmeFolder
  /** Asks the authority once; throws with its words. Null: another process on the same folder orders, this one reads. */
  readonly order: (() => Promise<Certificate>) | null
  readonly clock: () => number
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  /** What concerns a person. */
  readonly tell: (line: string) => void
}

const LOOK_EVERY_MS = 60_000
/** Another process may be about to bring the first one. */
const LOOK_WITHOUT_MS = 5_000
const SOONEST_MS = 1000
const LONGEST_WORDS = 500

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // Of an address that refused on every way to it Node says a code alone.
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (message || code || 'no reason was given').slice(0, LONGEST_WORDS)
}

/** Waits longer each time, over restarts, too: an authority shuts out whoever asks too often. */
async function noteFailure({ host, folder, clock, log, tell }: KeeperNeeds, served: Served, error: unknown) {
  const why = wordsOf(error)
  const count = ((await folder.failure())?.count ?? 0) + 1
  const nextAt = nextAttemptAt({ failures: count, why, now: clock() })
  await folder.keepFailure({ count, why, nextAt })
  const daysLeft = served.daysLeft()
  // Zero: it has ended, or will within hours.
  const level = daysLeft === null || daysLeft === 0 ? 'error' : 'warn'
  log[level]({ host, daysLeft, failures: count, nextAt: timeOf(nextAt), why }, 'no certificate was given')
  if (daysLeft === null) tell(`no certificate of ${host} yet (${why}); next attempt at ${timeOf(nextAt)} UTC`)
}

async function renew({ host, folder, tell }: KeeperNeeds, served: Served, order: () => Promise<Certificate>) {
  // Another process may have done it between our look and our turn.
  await served.read()
  if (!served.isDue()) return
  const isFirst = served.current() === null
  const given = await order()
  if (validityOf(given, [host]) === null) throw new Error(`the certificate given is not one of ${host}`)
  await folder.keep(given)
  await folder.forgetFailure()
  await served.read()
  if (isFirst) tell(`the certificate of ${host} is here, for ${served.daysLeft() ?? 0} days, and is renewed in time`)
}

async function orderInTurn(needs: KeeperNeeds, served: Served, order: () => Promise<Certificate>): Promise<void> {
  const held = await needs.folder.lock.take(needs.clock())
  if (held === null) return
  try {
    await renew(needs, served, order)
  } catch (error) {
    await noteFailure(needs, served, error)
  } finally {
    await held.release()
  }
}

/** Has read what the folder holds when it resolves. A look asks the authority, too, where that is due. */
export async function createKeeper(needs: KeeperNeeds): Promise<CertificateSource> {
  const { host, folder, clock, log, tell, order } = needs
  await folder.make()
  const served = createServed(needs)
  await served.read()

  async function look(): Promise<void> {
    await served.read()
    if (order === null || !served.isDue()) return
    const failure = await folder.failure()
    if (failure === null || clock() >= failure.nextAt) await orderInTurn(needs, served, order)
  }
  const looking = repeat(look, {
    pauseMs: () => Math.min(LOOK_EVERY_MS, Math.max(SOONEST_MS, served.msUntilDue() ?? LOOK_WITHOUT_MS)),
    onError: (error) => log.error({ err: error }, 'the certificate was not looked at'),
  })
  return {
    look,
    current: served.current,
    daysLeft: served.daysLeft,
    start: (tellNext) => {
      served.onNext(tellNext)
      if (served.current() === null)
        tell(`no certificate of ${host} yet: https answers with a self-made one until it is here`)
      looking.start()
    },
    close: looking.close,
  }
}
