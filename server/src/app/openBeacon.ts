// Opens what asks for public random numbers, or what says that there are none.
import { type Beacon, NO_BEACON } from '../activities/seals/beacon.ts'
import { KINDS } from '../activities/kinds.ts'
import { createSettler } from '../activities/seals/settler.ts'
import { DRAND } from '../beacons/chains.ts'
import { createDrand } from '../beacons/drand.ts'
import { createGuardedFetch } from '../guard/guardedFetch.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Log } from '../ops/log.ts'
import type { Store } from '../records/store.ts'
import type { Config } from '../settings/config.ts'

export function openBeacon({ beacon, beaconUrls }: Pick<Config, 'beacon' | 'beaconUrls'>, log: Log): Beacon {
  if (beacon === 'off') return NO_BEACON
  let isWell = true
  const onAnswer = (result: string) => {
    if (isWell && result !== 'ok')
      log.warn({ result }, 'a public random number could not be fetched; it is asked for again')
    isWell = result === 'ok'
  }
  const fetch = createGuardedFetch({ allowedHosts: [] })
  return createDrand({ chain: DRAND, urls: beaconUrls, fetch, onAnswer })
}

const SETTLE_EVERY_MS = 500

interface Drawing {
  readonly store: Pick<Store, 'run'>
  readonly ledger: Pick<Ledger, 'settleDraw' | 'redraw'>
  readonly beacon: Beacon
  readonly log: Log
}

/** Draws whatever has closed, in this process or another, as long as the server runs. */
export function startDrawing({ store, ledger, beacon, log }: Drawing) {
  const onError = (error: unknown) => log.error({ err: error }, 'a draw could not be drawn; trying again')
  const needs = { database: { run: store.run }, ledger, beacon, kinds: KINDS }
  return createSettler({ ...needs, everyMs: SETTLE_EVERY_MS, onError })
}
