// What the shop's stock means for offers that share a variant.
import { OfferId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { createLog } from '../../ops/log.ts'
import type { MirroredOffer } from '../records/shopRecords.ts'
import { createMirror, mirror, type MirrorNeeds } from './mirror.ts'

function offer(more: Partial<MirroredOffer> = {}): MirroredOffer {
  const ids = { offerId: OfferId.parse('o1'), showId: ShowId.parse('s'), variantId: VariantId.parse('v') }
  return { ...ids, sku: 'CUP', externalId: '7', allotted: 10, free: 6, taken: 4, paid: 1, paying: 0, ...more }
}

test('a shop with enough changes nothing', () => {
  expect(mirror([offer()], 9)).toMatchObject({ cuts: [], short: 0 })
})

test('what is sold elsewhere is not free here, what is held stays', () => {
  const one = offer()

  expect(mirror([one], 5)).toMatchObject({ cuts: [{ offer: one, free: 2 }], short: 0 })
})

test('units that are held and gone are short', () => {
  const one = offer()

  expect(mirror([one], 1)).toMatchObject({ cuts: [{ offer: one, free: 0 }], short: 2 })
})

test('a unit that is being paid may be off the shop’s stock already: it costs no free one', () => {
  const paying = offer({ taken: 4, paid: 3, paying: 1, free: 6 })

  expect(mirror([paying], 6)).toMatchObject({ cuts: [], short: 0 })
})

test('two shows share what there is', () => {
  const [a, b] = [offer(), offer({ offerId: OfferId.parse('o2') })]

  expect(mirror([a, b], 14)).toMatchObject({ cuts: [{ offer: b, free: 2 }], short: 0 })
})

const FACT = { type: 'stock.changed', eventId: 'e', endpointId: 'x', sku: null, externalId: '7' } as const

/** What is saved and set when the shop says that stock moved, and answers like this when it is asked. */
function asking(answer: Awaited<ReturnType<MirrorNeeds['readStock']>>) {
  const saved: unknown[] = []
  const asked: string[] = []
  const take = createMirror({
    records: {
      findOffers: ({ externalId }) => Promise.resolve(externalId === '7' ? [offer()] : []),
      capShared: () => Promise.resolve(),
      saveStock: (stock) => Promise.resolve(void saved.push(stock)),
    },
    readStock: (id) => Promise.resolve((asked.push(id), answer)),
    setAllotted: ({ allotted }) => Promise.resolve(grant(void saved.push(allotted))),
    log: createLog('silent'),
  })
  return { take, saved, asked }
}

test('a shop that only says that stock moved is asked, for variants of live shows alone', async () => {
  const { take, saved, asked } = asking(grant(5))

  expect(await take({ ...FACT, available: null })).toBe(true)
  expect(await take({ ...FACT, externalId: '8', available: null })).toBe(false)

  expect(asked).toEqual(['7'])
  expect(saved).toEqual([6, { variantId: 'v', available: 5, short: 0 }])
})

test('what the shop sells without counting is left alone; no answer is tried again', async () => {
  const [uncounted, silent] = [
    asking(grant(null)),
    asking(refuse('SHOP_UNREACHABLE', { detail: { why: 'throttled' } })),
  ]

  expect(await uncounted.take({ ...FACT, available: null })).toBe(false)
  await expect(silent.take({ ...FACT, available: null })).rejects.toThrow('SHOP_UNREACHABLE throttled')

  expect([...uncounted.saved, ...silent.saved]).toEqual([])
})

test('a unit taken meanwhile lets it look again', async () => {
  const seen: number[] = []
  const saved: unknown[] = []
  const offers = [offer({ free: 6, taken: 4 }), offer({ free: 5, taken: 5 })]
  const take = createMirror({
    records: {
      findOffers: () => Promise.resolve([offers[seen.length] ?? offer()]),
      capShared: () => Promise.resolve(),
      saveStock: (stock) => Promise.resolve(void saved.push(stock)),
    },
    readStock: () => Promise.resolve(refuse('SHOP_CANNOT')),
    setAllotted: ({ allotted }) => Promise.resolve(seen.push(allotted) === 1 ? refuse('BELOW_TAKEN') : grant(null)),
    log: createLog('silent'),
  })

  const taken = await take({ ...FACT, available: 5 })

  expect(taken).toBe(true)
  expect(seen).toEqual([6, 6])
  expect(saved).toEqual([{ variantId: 'v', available: 5, short: 0 }])
})
