// The contract of groups on PostgreSQL, and how many there may be.
import { GroupId, MOST_GROUPS } from '@lantern/shared/contract/groups.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Job } from '../../database/database.ts'
import { createGroupBook } from '../../features/groups/groupBook.ts'
import { openShop, STAFF } from '../../ledger/proofs/testShop.ts'
import { postgresPlaces } from '../postgresPlaces.ts'
import { aGroup, groupsContract } from './groups.contract.ts'
import { groupPricesContract } from './prices.contract.ts'

const places = postgresPlaces()
groupsContract('PostgreSQL', places)
groupPricesContract('PostgreSQL', places)

const fill: Job<number, null> = {
  name: 'test.fillGroups',
  kind: 'write',
  async work(db, n) {
    await sql`insert into chat_groups (id, name, messenger, tags, made_at)
      select 'group-number-' || nth, 'Group', 'line', '[]', 1 from generate_series(1, ${n}::int) as nth`.execute(db)
    return null
  },
}

test(`the shop has ${MOST_GROUPS} groups at most, and changes what it has`, async () => {
  const shop = await openShop(await places())
  await shop.database.run(fill, MOST_GROUPS)
  const book = createGroupBook({ store: shop.store, clock: shop.clock.now })

  expect(await book.save(GroupId.parse('elm-street'), aGroup, STAFF)).toMatchObject({ code: 'TOO_MANY_GROUPS' })
  expect(await book.save(GroupId.parse('group-number-7'), aGroup, STAFF)).toMatchObject({ ok: true })
  await shop.close()
})
