// In the event log it is staff who change a buyer's hold or hold it again, and not the buyer.
import { DatabaseSync } from 'node:sqlite'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { aHold, openShop, SHOW, sqlitePlace, STAFF } from '../../ledger/proofs/testShop.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import { createShopActs } from './shopActs.ts'

function readActors(file: string): unknown[] {
  const log = new DatabaseSync(file, { readOnly: true })
  const rows = log.prepare(`select type, actor from events where type like 'hold:%' order by seq`).all()
  log.close()
  return rows.map(({ type, actor }) => `${type} ${actor}`)
}

test('fewer units, and the same again, are written down as theirs who did it', async () => {
  const place = await sqlitePlace()
  const shop = await openShop(place)
  const records = createShopRecords({ database: shop.database, onChange: () => undefined })
  const acts = createShopActs({ records, ledger: shop.ledger })
  const holdId = HoldId.parse('h')
  const fail = () => records.noteFailure({ holdId, showId: SHOW, skus: ['CUP'], code: 'SHOP_REFUSED', why: '' })
  await shop.ledger.place(aHold('h', 'willow', [[shop.offers.cup, 2]]))

  await fail()
  expect(await acts.act({ act: 'offer_less', holdId, offerId: shop.offers.cup, quantity: 1 }, STAFF)).toEqual(
    grant(null),
  )
  await shop.ledger.release({ holdId, viewerId: ViewerId.parse('willow') })
  await fail()
  expect(await acts.act({ act: 'hold_again', holdId }, STAFF)).toEqual(grant(null))

  expect(readActors(place.file)).toEqual([
    'hold:granted viewer:willow',
    'hold:changed staff:staff',
    'hold:released viewer:willow',
    'hold:granted staff:staff',
  ])
  await shop.close()
  await place.drop()
})
