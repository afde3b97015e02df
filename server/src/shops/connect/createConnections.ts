// Connects shops while the server runs: keeps their values, walks their round trip, and puts one in use in every process.
import type { ShopConnections } from '@lantern/shared/contract/connections.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { keptOf, liveOf, readBoard } from './board.ts'
import type { Connections } from './connections.ts'
import type { ConnectionsNeeds } from './connectionsNeeds.ts'
import { keepValues } from './keepValues.ts'
import { recipeOf } from './recipe.ts'
import { createTrips } from './trips.ts'
import { createUse } from './useShop.ts'
import { openValues } from './values.ts'

export function createConnections(needs: ConnectionsNeeds): Connections {
  const { live, records, keys, fixed, baseUrl, clock, hear } = needs
  const runTrip = createTrips(needs)

  async function read(): Promise<ShopConnections> {
    await live.follow()
    const [kept, trips] = await Promise.all([records.list(), records.readTrips()])
    return readBoard({ fixed, live, kept, trips, baseUrl, now: clock(), hear })
  }

  return {
    read,
    async setKeys(input) {
      const done = await keepValues(needs, input)
      return done.ok ? grant(await read()) : done
    },
    async runTrip(kind) {
      await runTrip(kind)
      return read()
    },
    use: createUse(needs, read),
    async recipe(kind) {
      await live.follow()
      const kept = keptOf(await records.list(), kind)
      const shop = liveOf(live, fixed, { kind, kept })
      if (shop !== null) return grant(await recipeOf(kind, { settings: shop.settings, baseUrl }))
      const opened = kept === null ? refuse('SHOP_CANNOT') : await openValues(keys, kept)
      return opened.ok ? refuse('SHOP_CANNOT') : opened
    },
  }
}
