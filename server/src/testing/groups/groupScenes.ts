// Scenes of groups' prices that random commands meet seldom, each against a shop of its own.
import assert from 'node:assert/strict'
import { GroupId, type GroupOff, type SaveGroup } from '@lantern/shared/contract/groups.ts'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { createGroupBook } from '../../features/groups/groupBook.ts'
import { makeLink, voidLink } from '../../features/links/jobs.ts'
import { scene, type Scene } from '../../ledger/proofs/planted/scenes.ts'
import { aHold, SHOW, STAFF, type TestShop } from '../../ledger/proofs/testShop.ts'

const GROUP = GroupId.parse('elm-street')
const LINK = LinkCode.parse('elmstreetAAA')
const link = { showId: SHOW, id: LinkId.parse('link-of-elm'), staffId: STAFF }
const STREET: SaveGroup = {
  name: 'Elm Street',
  messenger: 'line',
  theme: null,
  leader: null,
  tags: [],
  size: null,
  pointId: null,
}

const bookOf = ({ store, clock }: TestShop) => createGroupBook({ store, clock: clock.now })
const price = (shop: TestShop, off: GroupOff) => bookOf(shop).savePrices(GROUP, { showId: null, off }, STAFF)

async function openGroup(shop: TestShop): Promise<void> {
  await bookOf(shop).save(GROUP, STREET, STAFF)
  await shop.store.change(makeLink, { ...link, name: 'Elm', code: LINK, groupId: GROUP })
  await price(shop, { percent: 10 })
}

const hold = ({ ledger, offers }: TestShop, id: string) =>
  ledger.place({ ...aHold(id, `v${id}`, [[offers.cup, 1]]), via: LINK })

/** In one batch with a hold that is granted at the new price. */
const heldKeepsItsPrice = scene(async (shop) => {
  const { ledger, offers } = shop
  await openGroup(shop)
  await hold(shop, 'a')
  await price(shop, { percent: 50 })

  const more = {
    holdId: HoldId.parse('a'),
    viewerId: ViewerId.parse('va'),
    lines: [{ offerId: offers.cup, quantity: 2 }],
  }
  const [changed, fresh] = await Promise.all([ledger.change(more), hold(shop, 'b')])

  assert.deepEqual(
    [changed, fresh].map((one) => one.ok && one.value.totalMinor),
    [3600, 1000],
  )
})

const voidedLinkBringsNobody = scene(async (shop) => {
  await openGroup(shop)
  await shop.store.change(voidLink, link)

  const held = await hold(shop, 'a')

  assert.equal(held.ok && held.value.totalMinor, 2000)
  assert.equal(held.ok && held.value.group, undefined)
})

export const GROUP_SCENES: readonly Scene[] = [heldKeepsItsPrice, voidedLinkBringsNobody]
