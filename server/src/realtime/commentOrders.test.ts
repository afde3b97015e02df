// Comment to buy, as viewers meet it: real sockets, a real database.
import { OfferId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { say, startCommentOrderShow, type CommentOrderShow } from '../testing/commentOrderShow.ts'
import { LAMP, SCARF, startTestApp } from '../testing/startTestApp.ts'
import { joinShow, newCommentId, type TestClient } from '../testing/testClient.ts'

let show: CommentOrderShow
const begin = async (...how: Parameters<typeof startCommentOrderShow>) => {
  show = await startCommentOrderShow(...how)
}

afterEach(() => show.close())

const free = (client: TestClient) => client.snapshot().room.offers.map((offer) => offer.free)

describe('a comment that is an order', () => {
  beforeEach(() => begin())

  it('is held for its author, who is told alone, while everyone reads the comment', async () => {
    const [vera, other] = [await show.viewer(), await show.viewer()]

    const bought = await say(vera, '我要 Ａ１＋２ 谢谢')

    expect(bought).toMatchObject({ kind: 'held', holds: [{ state: 'held', lines: [{ quantity: 2 }] }], refusal: null })
    expect(bought?.kind === 'held' && bought.holds[0]?.checkoutPath).toMatch(/^\/c\/comment_/)
    await other.until(({ room }) => room.comments.rows.length === 1 && room.offers.some(({ free: left }) => left === 1))
    expect(JSON.stringify(other.frames)).not.toContain('bought')
    expect(JSON.stringify(other.frames)).not.toContain('/c/comment_')
    await vera.until(({ own }) => own.holds.length === 1)
  })

  it('may name several things', async () => {
    expect(await show.told(await show.viewer(), 'A1+1 B1+2')).toBe('held A1:1 B1:2')
  })

  it('buys what is pinned in front with +1, when that is one offer', async () => {
    const vera = await show.viewer()

    const unpinned = await show.told(vera, '+1')
    await show.staff.send('pins:set', { productIds: [SCARF, LAMP] })
    const twoSizes = await show.told(vera, '+1')
    await show.staff.send('pins:set', { productIds: [LAMP, SCARF] })

    expect([unpinned, twoSizes, await show.told(vera, '+1')]).toEqual(['nothing', 'nothing', 'held A1:1'])
  })

  it('is only a comment when it asks, when it is said by staff, or once it is switched off', async () => {
    const vera = await show.viewer()

    expect(await show.told(vera, 'A1多少钱?')).toBe('nothing')
    expect(await show.told(show.staff, 'A1+1')).toBe('nothing')
    await show.staff.send('buying:set', { on: false })
    expect(await show.told(vera, 'A1+1')).toBe('nothing')
  })

  it('is refused for the true reason, and stays a comment', async () => {
    const [first, second] = [await show.viewer(), await show.viewer()]
    await say(first, 'B2')

    expect(await show.told(second, 'B2')).toBe('refused SOLD_OUT')
    expect(await show.told(second, 'A1+9')).toBe('refused LIMIT_REACHED')
    expect(await show.told(second, 'A1+4')).toBe('refused NOT_ENOUGH')
    await first.until(({ room }) => room.comments.rows.length === 4)
  })

  it('grows with every comment to more than one comment can ask for, up to the limit', async () => {
    const a1 = show.staff.snapshot().room.buying?.keywords.find(({ keyword }) => keyword === 'A1')
    const offerId = a1?.offerId ?? OfferId.parse('')
    await show.staff.send('offer:change', { offerId, allotted: 500, perViewer: 150 })
    const vera = await show.viewer()

    const told = [await show.told(vera, 'A1+75'), await show.told(vera, 'A1+75'), await show.told(vera, 'A1+75')]

    expect(told).toEqual(['held A1:75', 'held A1:150', 'refused LIMIT_REACHED'])
    const later = await show.staffAs('assistant')
    await later.until(({ desk }) => desk?.holds[0]?.lines[0]?.quantity === 150)
    expect(later.snapshot().desk?.holds).toHaveLength(1)
  })

  it('sells the last unit once, however many ask at the same moment', async () => {
    const viewers = await Promise.all(Array.from({ length: 6 }, () => show.viewer()))

    const outcomes = await Promise.all(viewers.map((viewer) => show.told(viewer, 'B2')))

    expect(outcomes.sort()).toEqual(['held B2:1', ...Array.from({ length: 5 }, () => 'refused SOLD_OUT')])
  })

  it('acts once, however often it is posted, also by a repeat that overtakes the answer', async () => {
    const vera = await show.viewer()
    const commentId = newCommentId()

    const answers = await Promise.all([1, 2, 3].map(() => say(vera, 'A1+1', commentId)))
    const later = await say(vera, 'A1+1', commentId)

    expect(new Set([...answers, later].map((each) => JSON.stringify(each))).size).toBe(1)
    await vera.until(() => free(vera)[0] === 2)
  })

  it('does nothing for someone who posts another’s id', async () => {
    const [vera, other] = [await show.viewer(), await show.viewer()]
    const commentId = newCommentId()
    await say(vera, 'A1', commentId)

    await expect(say(other, 'A1', commentId)).rejects.toThrow('COMMENT_ID_TAKEN')
  })

  it('cannot be stood in for by a hold that a client names so', async () => {
    const vera = await show.viewer()
    const [offer] = vera.snapshot().room.offers
    const lines = [{ offerId: offer?.id, quantity: 1, priceMinor: offer?.priceMinor }]

    expect(await vera.sendRaw('hold:place', { holdId: 'comment_x', lines })).toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('someone who holds it already', () => {
  beforeEach(() => begin())

  it('is told so for the bare keyword, and gets more for a number', async () => {
    const vera = await show.viewer()
    await say(vera, 'A1')

    const again = await say(vera, 'A1')
    expect(again).toMatchObject({
      kind: 'refused',
      refusal: { code: 'ALREADY_HELD', hold: { lines: [{ quantity: 1 }] } },
    })
    expect(await show.told(vera, 'A1+1')).toBe('held A1:2')
    expect(await show.told(vera, 'A1+9')).toBe('refused LIMIT_REACHED')
  })

  it('loses no unit when several comments come at once', async () => {
    const vera = await show.viewer()
    await say(vera, 'B1')

    await Promise.all(['B1+1', 'B1+1', 'B1+1'].map((text) => say(vera, text)))

    expect(await show.told(vera, 'B1-1')).toBe('cancelled: held B1:3')
  })

  it('raises once by one comment, also when the process that knew it is gone', async () => {
    const cookie = await show.app.viewerCookie()
    const vera = await show.viewer(cookie)
    const commentId = newCommentId()
    await say(vera, 'B1')
    await say(vera, 'B1+1', commentId)
    const second = await startTestApp({ dataDir: show.app.dataDir })
    const elsewhere = await joinShow({ url: second.url, cookie, as: 'viewer' })

    const again = show.inWords(await say(elsewhere, 'B1+1', commentId))

    elsewhere.close()
    await second.close()
    expect(again).toBe('held B1:2')
  })

  it('gets the rest of the comment beside it', async () => {
    const vera = await show.viewer()
    await say(vera, 'A1')

    const commentId = newCommentId()
    const answers = [await say(vera, 'A1+1 B1+2', commentId), await say(vera, 'A1+1 B1+2', commentId)]

    expect(answers.map(show.inWords)).toEqual(['held B1:2, held A1:2', 'held B1:2, held A1:2'])
    expect(await show.told(vera, 'A1+9 B2')).toBe('held B2:1, but LIMIT_REACHED')
  })
})

describe('a comment that takes back', () => {
  beforeEach(() => begin())

  it('lowers, takes a line off, and lets go', async () => {
    const vera = await show.viewer()
    await say(vera, 'A1+2 B1+1')

    expect(await show.told(vera, 'A1-1')).toBe('cancelled: held A1:1 B1:1')
    expect(await show.told(vera, '取消A1')).toBe('cancelled: held B1:1')
    expect(await show.told(vera, 'cancel')).toBe('cancelled: released B1:1')
    await vera.until(() => free(vera).join() === '3,5,1')
  })

  it('says the same again when it is posted again', async () => {
    const vera = await show.viewer()
    await say(vera, 'A1')
    const commentId = newCommentId()

    const answers = [await say(vera, 'cancel', commentId), await say(vera, 'cancel', commentId)]

    expect(answers.map(show.inWords)).toEqual(['cancelled: released A1:1', 'cancelled: released A1:1'])
  })

  it('touches nobody else’s, and says when there is nothing', async () => {
    const [vera, other] = [await show.viewer(), await show.viewer()]
    await say(vera, 'A1')

    expect(await show.told(other, '取消A1')).toBe('refused HOLD_NOT_FOUND')
    expect(await show.told(other, 'cancel')).toBe('nothing')
    await vera.until(() => free(vera)[0] === 2)
  })

  it('leaves what is at the checkout', async () => {
    const vera = await show.viewer()
    const bought = await say(vera, 'A1')
    const holdId = bought?.kind === 'held' ? bought.holds[0]?.id : undefined
    if (!holdId) throw new Error('nothing was held')
    await show.app.ledger.report({ eventId: 'e', endpointId: 'shop', holdId, type: 'checkout.opened' })

    expect(await show.told(vera, '取消')).toBe('refused HOLD_PAYING')
    expect(await show.told(vera, 'A1-1')).toBe('refused HOLD_PAYING')
  })
})

it('asks the same age of a viewer as a tap does', async () => {
  await begin({}, { env: { MIN_TOKEN_AGE_MS: '60000' } })

  expect(await show.told(await show.viewer(), 'A1')).toBe('refused TOO_EARLY')
})
