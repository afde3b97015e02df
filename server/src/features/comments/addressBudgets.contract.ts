// What viewers without history behind one address may write and like together, on every database and over all processes.
import { describe, expect, test } from 'vitest'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, paid, SHOW, STAFF, START_AT } from '../../ledger/proofs/testShop.ts'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { COMMENT_PACE, LIKE_PACE } from '../../domain/pace.ts'
import { aComment, commentShow } from './commentShow.contract.ts'

const upTo = (length: number) => Array.from({ length }, (_, n) => n)
const FRESH = START_AT + 1
const viewer = (name: string) => ViewerId.parse(name)

/** Each of a viewer of its own. */
const oneOf = (source: string, n: number) =>
  aComment(`${source}-${n}`, { viewerId: viewer(`${source}-${n}`), source, issuedAt: FRESH })
const likesOf = (source: string, n: number, count = 20) => ({
  showId: SHOW,
  viewerId: viewer(`${source}-${n}`),
  source,
  issuedAt: FRESH,
  count,
})

export function addressBudgetContract(name: string, makePlace: PlaceMaker): void {
  describe(`what one address may write on ${name}`, () => writing(withShop(makePlace)))
  describe(`what one address may like on ${name}`, () => liking(withShop(makePlace)))
}

function writing(current: ReturnType<typeof withShop>): void {
  const { shop, store, post, room, other } = commentShow(current)
  const codesOf = async (comments: readonly ReturnType<typeof aComment>[]) =>
    (await store().addComments(comments)).map((outcome) => (outcome.ok ? 'taken' : outcome.code))
  const count = (codes: readonly string[], code: string) => codes.filter((one) => one === code).length

  test('is sixty comments at once and four a second, whatever the number of its cookies and processes', async () => {
    const far = await other()
    const batches = [store(), far.store].map((each, half) =>
      each.addComments(upTo(200).map((n) => oneOf('script', 2 * n + half))),
    )
    const outcomes = (await Promise.all(batches)).flat()
    const refused = outcomes.filter((outcome) => !outcome.ok)

    expect(refused).toHaveLength(400 - COMMENT_PACE.most)
    expect(refused[0]).toMatchObject({ code: 'CROWDED_COMMENTS', retryable: true, retryAfterMs: 250 })
    shop().clock.advance(1000)
    const later = await codesOf(upTo(10).map((n) => oneOf('script', 500 + n)))
    expect([count(later, 'taken'), count(later, 'CROWDED_COMMENTS')]).toEqual([4, 6])
    await far.close()
  })

  test('counts bytes: long comments are several', async () => {
    const long = (n: number) => ({ ...oneOf('script', n), text: '👍🏽'.repeat(500) })

    expect(await codesOf(upTo(4).map(long))).toEqual(['taken', 'taken', 'taken', 'CROWDED_COMMENTS'])
  })

  test('binds nobody elsewhere, nobody with history, and no staff', async () => {
    await codesOf(upTo(60).map((n) => oneOf('script', n)))
    await shop().ledger.place(aHold('bought', 'buyer', [[shop().offers.cup, 1]]))
    await shop().ledger.report(paid('bought', 'order'))

    const elsewhere = oneOf('home', 1)
    const before = { ...oneOf('script', 101), issuedAt: START_AT - 1 }
    const buyer = { ...oneOf('script', 102), viewerId: viewer('buyer') }
    const staff = { ...oneOf('script', 103), fromStaff: true, source: null }
    const fresh = oneOf('script', 104)
    const codes = await codesOf([fresh, elsewhere, before, buyer, staff])
    expect(codes).toEqual(['CROWDED_COMMENTS', 'taken', 'taken', 'taken', 'taken'])
  })

  test('two hundred behind one carrier who each answer the host are all read within a minute', async () => {
    let waiting = upTo(200)
    let seconds = 0
    for (; waiting.length > 0 && seconds < 60; seconds += 5) {
      const outcomes = await store().addComments(waiting.map((n) => oneOf('carrier', n)))
      waiting = waiting.filter((_, at) => outcomes[at]?.ok === false)
      shop().clock.advance(5000)
    }
    expect([waiting, seconds]).toEqual([[], 40])
  })

  test('one that was taken is answered again for nothing; one that is refused costs nothing', async () => {
    const all = upTo(70).map((n) => oneOf('script', n))
    await codesOf(all)

    expect(count(await codesOf(all), 'taken')).toBe(60)
    shop().clock.advance(250)
    expect(await codesOf([oneOf('script', 69)])).toEqual(['taken'])
  })

  test('staff are told once, and let everybody write', async () => {
    const crowd = async () => (await room()).room.show.crowd
    await codesOf(upTo(60).map((n) => oneOf('office', n)))
    expect(await crowd()).toBe('on')
    await codesOf([oneOf('office', 61)])
    expect(await crowd()).toBe('met')
    const { cursor } = await room()
    await codesOf([oneOf('office', 62)])
    expect((await room()).cursor).toBe(cursor)

    await store().liftCrowd(SHOW, STAFF)
    expect(count(await codesOf(upTo(100).map((n) => oneOf('office', 100 + n))), 'taken')).toBe(100)
    expect(await post('x', oneOf('office', 300))).toMatchObject({ text: expect.any(String) })
  })
}

function liking(current: ReturnType<typeof withShop>): void {
  const { shop, store, room, other } = commentShow(current)

  test('is six hundred taps at once and forty a second over all processes; the rest is not counted', async () => {
    const far = await other()
    await Promise.all([store(), far.store].map((each) => each.addLikes(upTo(400).map((n) => likesOf('script', n)))))
    expect((await room()).room.likes).toBe(LIKE_PACE.most)

    shop().clock.advance(1000)
    await far.store.addLikes([likesOf('script', 500), likesOf('script', 501), likesOf('script', 502)])
    expect((await room()).room.likes).toBe(LIKE_PACE.most + 40)
    await far.close()
  })

  test('others are counted as ever, and nothing is written where nothing counts', async () => {
    await store().addLikes(upTo(100).map((n) => likesOf('script', n)))
    const { cursor } = await room()
    await store().addLikes([likesOf('script', 1)])
    expect((await room()).cursor).toBe(cursor)

    const known = { ...likesOf('script', 2), issuedAt: START_AT - 1 }
    await store().addLikes([likesOf('home', 1), known])
    expect((await room()).room.likes).toBe(LIKE_PACE.most + 40)
  })
}
