// A draw's show for each test of a contract; afterwards nothing has drifted.
import { afterEach, beforeEach, expect } from 'vitest'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../ledger/proofs/testShop.ts'
import { type DrawShow, openDrawShow } from './drawShow.ts'

/** To be called in a `describe`; `use` is given what its next test has. */
export function withDrawShow(makePlace: PlaceMaker, use: (shop: DrawShow, place: DatabasePlace) => void): void {
  let place: DatabasePlace
  let shop: DrawShow
  beforeEach(async () => {
    place = await makePlace()
    shop = await openDrawShow(place)
    use(shop, place)
  })
  afterEach(async () => {
    const drift = await shop.ledger.check()
    await shop.close()
    await place.drop()
    expect(drift).toEqual([])
  })
}
