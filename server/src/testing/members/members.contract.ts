// What every database must hold to for members: a token is taken once, the shop's newest word counts, and who is erased is forgotten.
import { CustomerId, type MemberClaims } from '@lantern/shared/contract/members.ts'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import { createMemberBook } from '../../features/members/memberBook.ts'
import { withShop, type PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF } from '../../ledger/proofs/testShop.ts'

const ANNA = CustomerId.parse('customer-7')
const PHONE = ViewerId.parse('v_phone')
const TABLET = ViewerId.parse('v_tablet')

export function membersContract(name: string, makePlace: PlaceMaker): void {
  describe(`members on ${name}`, () => members(withShop(makePlace)))
}

function members(current: ReturnType<typeof withShop>): void {
  let tokens = 0
  const book = () => createMemberBook({ store: current().shop.store })
  const claimsOf = (part: Partial<MemberClaims> = {}): MemberClaims => {
    tokens += 1
    const iat = Math.floor(current().shop.clock.now() / 1000)
    return { sub: ANNA, jti: `token-${tokens}`, iat, exp: iat + 300, tier: 'Gold', points: 320, ...part }
  }
  const take = (claims: MemberClaims, viewerId = PHONE) => book().take({ claims, viewerId, showId: SHOW })
  const own = (viewerId = PHONE) => book().own({ showId: SHOW, viewerId })
  const erase = (viewerId: ViewerId) => current().shop.store.eraseViewer({ showId: SHOW, viewerId, by: STAFF })

  test('a token is taken once: again by the same viewer it changes nothing, anybody else is refused', async () => {
    const claims = claimsOf()

    const [first] = await Promise.all([take(claims), take(claims)])
    const again = await Promise.all([take(claims), take(claims, TABLET)])

    expect([first, ...again]).toMatchObject([{ ok: true }, { ok: true }, { ok: false, code: 'MEMBER_LINK_USED' }])
    expect(await own()).toEqual({ tier: 'Gold', points: 320, storedValue: null, off: null })
    expect(await own(TABLET)).toBeNull()
  })

  test('of two browsers that bring one token at once, one is the member', async () => {
    const claims = claimsOf()

    const both = await Promise.all([take(claims), take(claims, TABLET)])

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await own(), await own(TABLET)].filter((one) => one !== null)).toHaveLength(1)
  })

  test('the newest word of the shop counts on every device, whichever comes last', async () => {
    const older = claimsOf({ points: 100 })
    current().shop.clock.advance(60_000)
    const currency = 'USD'
    await take(claimsOf({ points: 90, tier: null, storedValue: { amountMinor: 5000, currency } }), TABLET)

    expect(await take(older)).toMatchObject({ ok: true })

    const newest = { tier: null, points: 90, storedValue: { amountMinor: 5000, currency }, off: null }
    expect([await own(), await own(TABLET)]).toEqual([newest, newest])
  })

  test('an account in another money is refused, and its token is not used up by that', async () => {
    const claims = claimsOf({ storedValue: { amountMinor: 5000, currency: 'KWD' } })

    expect(await take(claims)).toMatchObject({ code: 'MEMBER_LINK_MONEY' })

    expect(await own()).toBeNull()
  })

  test('customers whom the shop has joined are one member, with all their devices', async () => {
    const other = CustomerId.parse('customer-8')
    await take(claimsOf({ sub: other, points: 5 }), TABLET)

    await take(claimsOf({ replaces: [other, CustomerId.parse('never-seen')] }))
    await take(claimsOf({ sub: CustomerId.parse('never-seen'), points: 400 }), ViewerId.parse('v_third'))

    expect([await own(), await own(TABLET)]).toMatchObject([{ points: 400 }, { points: 400 }])
  })

  test('the last customer who proves it on a device is its member', async () => {
    await take(claimsOf())

    await take(claimsOf({ sub: CustomerId.parse('customer-9'), points: 1 }))

    expect(await own()).toMatchObject({ points: 1 })
  })

  test('who is erased takes the member along, on every device', async () => {
    await take(claimsOf())
    await take(claimsOf(), TABLET)

    await erase(PHONE)

    expect([await own(), await own(TABLET)]).toEqual([null, null])
  })

  test('the link of who is erased is as used as before', async () => {
    const claims = claimsOf()
    await take(claims)
    await erase(PHONE)

    expect(await take(claims, TABLET)).toMatchObject({ code: 'MEMBER_LINK_USED' })
    expect(await own(TABLET)).toBeNull()
  })

  test('erased where no show knows them, while members and tiers are written: nobody waits in a circle', async () => {
    const { store } = current().shop
    const names = Array.from({ length: 12 }, (_, nth) => ViewerId.parse(`v_ring${nth}`))
    const all = names.flatMap((viewerId) => [
      book().saveTiers([], STAFF),
      store.eraseViewer({ showId: null, viewerId, by: null }),
      take(claimsOf({ sub: CustomerId.parse(`of-${viewerId}`) }), ViewerId.parse(`${viewerId}_other`)),
    ])

    const done = await Promise.allSettled(all)

    expect(done.filter(({ status }) => status === 'rejected')).toEqual([])
  })

  test('who was erased is nobody’s member, and the token that came too late is not used up', async () => {
    const claims = claimsOf()
    await erase(PHONE)

    expect(await take(claims)).toMatchObject({ ok: false, code: 'SESSION_OVER' })

    expect(await own()).toBeNull()
    expect(await take(claims, TABLET)).toMatchObject({ ok: true })
  })
}
