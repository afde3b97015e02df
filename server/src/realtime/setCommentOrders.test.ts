// Comment to buy, as staff run it: rules and keywords, the dry run, and comments that were missed.
import type { TriedComment } from '@lantern/shared/contract/commentOrders.ts'
import { COMMAND_SCHEMAS } from '../commands/contract.ts'
import type { CommentId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { say, startCommentOrderShow, type CommentOrderShow } from '../testing/commentOrderShow.ts'
import { LAMP } from '../testing/startTestApp.ts'
import { newCommentId, newHoldId, type TestClient } from '../testing/testClient.ts'

let show: CommentOrderShow
const begin = async (...how: Parameters<typeof startCommentOrderShow>) => {
  show = await startCommentOrderShow(...how)
}

afterEach(() => show.close())

const free = (client: TestClient) => client.snapshot().room.offers.map((offer) => offer.free)

it('follows the show’s rules from the moment everyone is told that staff changed them', async () => {
  await begin({ matching: 'only', numberRequired: true })
  const vera = await show.viewer()

  expect(await show.told(vera, 'A1')).toBe('nothing')
  expect(await show.told(vera, 'I want A1+1')).toBe('nothing')
  await show.staff.send('buying:set', { matching: 'contains' })
  await vera.until(({ room }) => room.buying?.matching === 'contains')
  expect(await show.told(vera, 'I want A1+1')).toBe('held A1:1')
})

describe('staff', () => {
  beforeEach(() => begin())
  const offerIds = () => show.staff.snapshot().room.offers.map(({ id }) => id)

  it('change keywords while it runs; everyone sees them', async () => {
    const vera = await show.viewer()
    const [lamp] = offerIds()
    if (!lamp) throw new Error('no lamp')

    await show.staff.send('buying:set', { keywords: [{ offerId: lamp, keyword: '灯' }] })
    await vera.until(({ room }) => room.buying?.keywords[0]?.keyword === '灯')

    expect(await show.told(vera, '灯+1')).toBe('held 灯:1')
    const taken = await show.staff.send('buying:set', { keywords: [{ offerId: lamp, keyword: 'b1' }] })
    expect(taken).toMatchObject({ code: 'KEYWORD_TAKEN' })
  })

  it('may set the rules unless they only moderate', async () => {
    const moderator = await show.staffAs('moderator')

    expect(await moderator.send('buying:set', { on: false })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('try rules on what was said, and nothing is held', async () => {
    await show.staff.send('buying:set', { on: false })
    const vera = await show.viewer()
    for (const text of ['hello', 'A1 please', 'B1+2']) await say(vera, text)

    const outcome = await show.staff.send('buying:try', {
      matching: 'only',
      numberRequired: false,
      keywords: show.staff.snapshot().room.buying?.keywords ?? [],
    })

    const { comments } = outcome.ok ? COMMAND_SCHEMAS['buying:try'].output.parse(outcome.value) : { comments: [] }
    const readings = comments.map(({ text, intent }: TriedComment) => [
      text,
      intent.kind === 'none' ? intent.why : intent.kind,
    ])
    expect(readings).toEqual([
      ['B1+2', 'buy'],
      ['A1 please', 'not_only'],
      ['hello', 'no_keyword'],
    ])
    expect(free(show.staff)).toEqual([3, 5, 1])
  })

  it('make a missed comment a hold of its author, once; the log says who', async () => {
    const [vera, moderator] = [await show.viewer(), await show.staffAs('moderator')]
    const commentId = newCommentId()
    await show.staff.send('buying:set', { matching: 'only' })
    expect(await say(vera, 'me me A1 x2', commentId)).toBeNull()
    const take = { commentId, holdId: newHoldId() }

    const outcome = await moderator.send('buying:take', take)

    expect(outcome).toMatchObject({ ok: true, value: { state: 'held', lines: [{ quantity: 2 }] } })
    expect(await moderator.send('buying:take', take)).toEqual(outcome)
    const second = await moderator.send('buying:take', { commentId, holdId: newHoldId() })
    expect(second).toMatchObject({ code: 'ALREADY_HELD', detail: { hold: { id: take.holdId } } })
    await vera.until(({ own }) => own.holds.length === 1)
    await moderator.until(({ desk }) => desk?.holds[0]?.viewerName === vera.snapshot().self.name)
    expect(show.readActors('hold:granted')).toEqual([expect.stringMatching(/^staff:moderator-/)])
  })

  it('hold what is pinned for a comment that names nothing, what they choose, or nothing', async () => {
    const vera = await show.viewer()
    const [, , large] = offerIds()
    const take = (commentId: CommentId, lines?: object[]) =>
      show.staff.sendRaw('buying:take', { commentId, holdId: newHoldId(), ...(lines && { lines }) })
    const [mine, question] = [newCommentId(), newCommentId()]
    await say(vera, 'mine!', mine)
    await say(vera, 'A1?', question)

    expect(await take(mine)).toMatchObject({ code: 'NOTHING_TO_HOLD' })
    await show.staff.send('pins:set', { productIds: [LAMP] })
    expect(await take(question)).toMatchObject({ code: 'NOTHING_TO_HOLD' })
    expect(await take(mine)).toMatchObject({ ok: true, value: { lines: [{ quantity: 1 }] } })
    const chosen = await take(question, [{ offerId: large, quantity: 1 }])
    expect(chosen).toMatchObject({ ok: true, value: { lines: [{ offerId: large }] } })
    expect(await take(newCommentId())).toMatchObject({ code: 'COMMENT_NOT_FOUND' })
  })
})
