// What the engine of activities promises of conditions, on any database: nobody is in who has not done what is asked.
import { describe, expect, test } from 'vitest'
import type { Condition } from '@lantern/shared/activities/conditions.ts'
import { ActivityId, CommentId, ProductId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { commentRecords } from '../../../testing/commentRecords.ts'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { aHold, CUP, paid, refunded, SHIRT, SHOW, STAFF, START_AT, type TestShop } from '../testShop.ts'
import type { EnterActivity } from '../../../activities/activities.ts'
import { anActivity, anEntry, make } from './activityShow.ts'

const MINUTE = 60_000

export function conditionsContract(name: string, makePlace: PlaceMaker): void {
  describe(`conditions of activities on ${name}`, () => {
    const current = withShop(makePlace)
    const shop = () => current().shop
    wroteAndBought(shop)
    watchedAndCame(shop)
    allTogether(shop)
  })
}

const asks = (...conditions: Condition[]) => ({ conditions })

/** The code of the refusal, or `in`. */
async function enters(
  { ledger }: TestShop,
  [id, who]: readonly [string, string],
  more: Partial<EnterActivity> = {},
): Promise<string> {
  const outcome = await ledger.enter({ ...anEntry(id, who, ['red']), ...more })
  return outcome.ok ? 'in' : outcome.code
}

async function says({ store }: TestShop, viewer: string, text: string): Promise<CommentId> {
  const id = CommentId.parse(`${viewer}-${text.replaceAll(/\W/g, '')}`)
  const viewerId = ViewerId.parse(viewer)
  const [outcome] = await commentRecords(store).addComments([
    { id, showId: SHOW, viewerId, name: viewer, text, fromStaff: false, replyTo: null, words: 'clean' },
  ])
  if (!outcome?.ok) throw new Error(outcome?.code)
  return id
}

function wroteAndBought(current: () => TestShop): void {
  test('a word that is written counts however it is written, in a line that stands', async () => {
    const shop = current()
    await make(shop, 'a', {}, asks({ is: 'wrote', word: 'Autumn' }))
    await make(shop, 'any', {}, asks({ is: 'wrote', word: null }))

    expect(await enters(shop, ['a', 'v1'])).toBe('CONDITIONS_UNMET')
    await says(shop, 'v1', 'spring')
    expect(await enters(shop, ['a', 'v1 r2'])).toBe('CONDITIONS_UNMET')
    expect(await enters(shop, ['any', 'v1'])).toBe('in')
    await says(shop, 'v1', 'i love ＡＵＴＵＭＮ!')
    expect(await enters(shop, ['a', 'v1 r3'])).toBe('in')

    const commentId = await says(shop, 'v2', 'autumn')
    await commentRecords(shop.store).hideComment({ showId: SHOW, commentId, by: STAFF })
    expect(await enters(shop, ['a', 'v2'])).toBe('CONDITIONS_UNMET')
    expect(await enters(shop, ['any', 'v3'])).toBe('CONDITIONS_UNMET')
  })

  test('whoever is banned without being told is not told by a condition either', async () => {
    const shop = current()
    await make(shop, 'a', {}, asks({ is: 'wrote', word: 'autumn' }))
    const viewerId = ViewerId.parse('v1')
    await commentRecords(shop.store).banViewer({ showId: SHOW, viewerId, ban: 'silent', by: STAFF })
    await says(shop, 'v1', 'autumn')

    expect(await enters(shop, ['a', 'v1'])).toBe('in')
  })

  test('what was bought counts when it is paid, and no more when it went back', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await make(shop, 'cup', {}, asks({ is: 'bought', productId: CUP }))
    await make(shop, 'any', {}, asks({ is: 'bought', productId: null }))
    await make(shop, 'later', {}, asks({ is: 'bought', productId: SHIRT }))
    await ledger.place(aHold('h1', 'v1', [[offers.small, 1]]))

    expect(await enters(shop, ['any', 'v1'])).toBe('CONDITIONS_UNMET')
    await ledger.report(paid('h1', 'o1'))
    expect(await enters(shop, ['any', 'v1 r2'])).toBe('in')
    expect(await enters(shop, ['cup', 'v1'])).toBe('CONDITIONS_UNMET')
    expect(await enters(shop, ['any', 'v2'])).toBe('CONDITIONS_UNMET')
    await ledger.report(refunded('h1', 'o1'))
    expect(await enters(shop, ['later', 'v1'])).toBe('CONDITIONS_UNMET')
    // What was met once is met: the entry stands, and may be changed.
    expect(await ledger.enter(anEntry('any', 'v1 r3', ['blue']))).toMatchObject({ ok: true })
  })
}

function watchedAndCame(current: () => TestShop): void {
  const viewerId = ViewerId.parse('v1')
  const noted = ({ store }: TestShop, from: number, to: number) =>
    store.noteWatching([{ showId: SHOW, viewerId, from: START_AT + from, to: START_AT + to }])
  const span = (from: number, to: number) => ({ watching: { from: START_AT + from, to: START_AT + to } })

  test('minutes are added up from pieces, those of two devices at once count once', async () => {
    const shop = current()
    await make(shop, 'a', {}, asks({ is: 'watched', minutes: 3 }))
    const progress = async (more = {}) => {
      const asked = { showId: SHOW, viewerId, via: null, watching: null, activityId: ActivityId.parse('a'), ...more }
      return (await shop.ledger.progressOf(asked))?.map(({ have }) => have)
    }

    expect(await progress()).toEqual([0])
    await noted(shop, 0, MINUTE)
    await noted(shop, 0, MINUTE / 2)
    await noted(shop, MINUTE / 2, MINUTE * 1.5)
    expect(await progress()).toEqual([MINUTE * 1.5])
    expect(await progress(span(MINUTE, MINUTE * 2))).toEqual([MINUTE * 2])
    await noted(shop, MINUTE * 10, MINUTE * 11)
    expect(await progress()).toEqual([MINUTE * 2.5])
    // What is told twice counts once.
    await noted(shop, MINUTE * 10, MINUTE * 11)
    expect(await progress(span(MINUTE * 20, MINUTE * 30))).toEqual([MINUTE * 3])

    expect(await enters(shop, ['a', 'v1'])).toBe('CONDITIONS_UNMET')
    expect(await enters(shop, ['a', 'v1 r2'], span(MINUTE * 20, MINUTE * 20.5))).toBe('in')
  })

  test('several pieces of one viewer may be taken down together', async () => {
    const shop = current()
    await make(shop, 'a', {}, asks({ is: 'watched', minutes: 2 }))
    const at = (from: number, to: number) => ({ showId: SHOW, viewerId, from: START_AT + from, to: START_AT + to })

    await shop.store.noteWatching([at(0, MINUTE), at(MINUTE * 5, MINUTE * 6)])

    expect(await enters(shop, ['a', 'v1'])).toBe('in')
  })

  test('a link that brought the viewer counts, another one does not', async () => {
    const shop = current()
    await make(shop, 'mia', {}, asks({ is: 'came', via: 'mia' }))
    await make(shop, 'any', {}, asks({ is: 'came', via: null }))

    expect(await enters(shop, ['any', 'v1'])).toBe('CONDITIONS_UNMET')
    expect(await enters(shop, ['any', 'v2'], { via: 'leo' })).toBe('in')
    expect(await enters(shop, ['mia', 'v2'], { via: 'leo' })).toBe('CONDITIONS_UNMET')
    expect(await enters(shop, ['mia', 'v3'], { via: 'mia' })).toBe('in')
  })
  test('of two taps at once each is asked by the link it came by', async () => {
    const shop = current()
    await make(shop, 'any', {}, asks({ is: 'came', via: null }))

    const taps = [
      enters(shop, ['any', 'v1 r1'], { via: 'leo' }),
      enters(shop, ['any', 'v1 r2']),
      enters(shop, ['any', 'v2 r1']),
      enters(shop, ['any', 'v2 r2'], { via: 'leo' }),
    ]

    expect(await Promise.all(taps)).toEqual(['in', 'in', 'CONDITIONS_UNMET', 'in'])
  })
}

function allTogether(current: () => TestShop): void {
  test('all of them must be met; the refusal says how far the viewer is, in their order', async () => {
    const shop = current()
    const { ledger } = shop
    await make(
      shop,
      'a',
      {},
      asks({ is: 'came', via: null }, { is: 'watched', minutes: 5 }, { is: 'wrote', word: null }),
    )
    await says(shop, 'v1', 'hello')

    expect(await ledger.enter(anEntry('a', 'v1', ['red']))).toMatchObject({
      code: 'CONDITIONS_UNMET',
      detail: {
        progress: [
          { have: 0, need: 1 },
          { have: 0, need: 5 * MINUTE },
          { have: 1, need: 1 },
        ],
      },
    })
  })

  test('who enters in the batch that makes it is asked as well, and so are many at once', async () => {
    const shop = current()
    const { ledger } = shop
    await Promise.all(Array.from({ length: 30 }, (_, n) => says(shop, `v${n}`, 'hello')))

    const made = ledger.makeActivity(anActivity('a', { places: 20 }, asks({ is: 'wrote', word: 'hello' })))
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, n) => enters(shop, ['a', `v${n}`])))

    expect(await made).toMatchObject({ ok: true, value: { conditions: [{ is: 'wrote', word: 'hello' }] } })
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(20)
    expect(outcomes.slice(30)).toEqual(Array.from({ length: 30 }, () => expect.stringMatching(/FULL|UNMET/)))
  })

  test('of two that are made at once with one id the first is there, and its conditions are asked', async () => {
    const shop = current()
    const { ledger } = shop

    const wants = [asks({ is: 'bought', productId: null }), asks({ is: 'came', via: null })]
    const outcomes = Promise.all(wants.map((more) => ledger.makeActivity(anActivity('a', {}, more))))

    expect(await enters(shop, ['a', 'v1'], { via: 'leo' })).toBe('CONDITIONS_UNMET')
    expect(await outcomes).toMatchObject([{ ok: true }, { code: 'ACTIVITY_ID_TAKEN' }])
  })

  test('the same settings with other conditions are another activity', async () => {
    const { ledger } = current()
    const wants = asks({ is: 'bought', productId: ProductId.parse('cup') })
    await ledger.makeActivity(anActivity('a', {}, wants))

    expect(await ledger.makeActivity(anActivity('a', {}, wants))).toMatchObject({ ok: true })
    expect(await ledger.makeActivity(anActivity('a'))).toMatchObject({ code: 'ACTIVITY_ID_TAKEN' })
  })
}
