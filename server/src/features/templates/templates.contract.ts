// What every database must hold to for templates: the shop's own, one for each name, and changed by nobody who has not seen them as they are.
import { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import { TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { MOST_TEMPLATES } from '@lantern/shared/features/templates/limits.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { withShop, type PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { CUP, openShop, SHOW, STAFF, START_AT } from '../../ledger/proofs/testShop.ts'
import { removeTemplate, renameTemplate } from './changeTemplate.ts'
import { listTemplates } from './readTemplates.ts'
import { saveTemplate } from './saveTemplate.ts'

const OTHER_SHOW = ShowId.parse('other')
const FIVE_OFF = ActivityId.parse('five-off')
const TEN_OFF = ActivityId.parse('ten-off')
/** Plays of any kind are kept alike; this one has money and products in it. */
const FIVE = {
  title: 'Five off',
  off: { minor: 500 },
  currency: 'USD',
  fromMinor: 0,
  productIds: null,
  places: 100,
  good: { forMs: 3_600_000 },
  given: 'claim',
}
const idOf = (nth: number) => TemplateId.parse(`template-${nth}`)
const by = STAFF
const refused = (code: string) => expect.objectContaining({ ok: false, code })

export function templatesContract(name: string, makePlace: PlaceMaker): void {
  describe(`templates on ${name}`, () => templates(withShop(makePlace)))
}

function templates(current: ReturnType<typeof withShop>): void {
  const run: ReturnType<typeof current>['shop']['store']['run'] = (job, input) => current().shop.store.run(job, input)
  const save = (name: string, nth = 1, more: { version?: number; activityId?: ActivityId; showId?: ShowId } = {}) =>
    run(saveTemplate, { showId: SHOW, id: idOf(nth), name, version: 0, activityId: FIVE_OFF, by, ...more })
  const rename = (name: string, version: number, nth = 1) => run(renameTemplate, { id: idOf(nth), name, version, by })
  const remove = (version: number, nth = 1) => run(removeTemplate, { id: idOf(nth), version, by })
  const list = () => run(listTemplates, null)
  const namesNow = async () => (await list()).map(({ name }) => name)

  async function make(activityId: ActivityId, config: object = {}, start: 'draft' | 'open' = 'draft'): Promise<void> {
    const life = { showId: SHOW, activityId, kind: 'coupon', opensAt: null, lengthMs: null, conditions: [], start, by }
    const made = await current().shop.ledger.makeActivity({ ...life, config: { ...FIVE, ...config } })
    expect(made).toMatchObject({ ok: true })
  }
  async function throwAway(activityId: ActivityId): Promise<void> {
    const { store, ledger } = current().shop
    const draft = (await store.readRoom(SHOW))?.desk.coupons.find(({ id }) => id === activityId)
    const seen = { showId: SHOW, activityId, revision: draft?.revision ?? 0 }
    expect(await ledger.moveActivity({ ...seen, act: 'remove', carriesPrice: true, by })).toMatchObject({ ok: true })
  }
  beforeEach(() => make(FIVE_OFF, { productIds: [CUP] }))

  test('a play is saved with all that its command asks, and with its products by name', async () => {
    const saved = await save('Friday’s five')

    const terms = { title: 'Five off', off: { minor: 500 }, productIds: [CUP], lengthMs: null, conditions: [] }
    const products = [{ id: CUP, title: { en: 'Cup' } }]
    const template = { id: idOf(1), name: 'Friday’s five', kind: 'coupon', currency: 'USD', products, version: 1 }
    expect(saved).toMatchObject({ ok: true, value: { ...template, basedAt: START_AT, terms } })
    expect(await list()).toEqual([saved.ok && saved.value])
  })

  test('it is there for another show, after the play is gone, and after a restart', async () => {
    const { shop, place } = current()
    await save('Five')
    await throwAway(FIVE_OFF)
    await shop.ledger.endShow({ showId: SHOW, by })

    const later = await openShop(place, { clock: shop.clock })
    expect(await later.store.run(listTemplates, null)).toEqual(await list())
    await later.close()
    expect(await namesNow()).toEqual(['Five'])
  })

  test('what opened is as old as its opening', async () => {
    const { shop } = current()
    shop.clock.advance(5000)
    await make(TEN_OFF, {}, 'open')
    shop.clock.advance(5000)

    expect(await save('Ten', 1, { activityId: TEN_OFF })).toMatchObject({ value: { basedAt: START_AT + 5000 } })
  })

  test('asked for twice, also at once, it is one', async () => {
    const [first, again] = await Promise.all([save('Five'), save('Five')])

    expect(again).toEqual(first)
    expect(await save('Five', 1, { version: 1 })).toEqual(first)
    expect(await list()).toHaveLength(1)
  })

  test('an id that is taken stands for what it was made of', async () => {
    await make(TEN_OFF, { title: 'Ten off' })
    const first = await save('Five')

    expect(await save('Another')).toEqual(refused('TEMPLATE_CHANGED'))
    expect(await save('Five', 1, { activityId: TEN_OFF })).toEqual(refused('TEMPLATE_CHANGED'))
    expect(await list()).toEqual([first.ok && first.value])
  })

  test('a play with the same terms that opened since is what the template is based on from then on', async () => {
    await save('Five')
    current().shop.clock.advance(5000)
    await make(TEN_OFF, { productIds: [CUP] }, 'open')
    const replace = () => save('Five', 1, { version: 1, activityId: TEN_OFF })

    const newer = { ok: true, value: { version: 2, basedAt: START_AT + 5000 } }
    expect(await replace()).toMatchObject(newer)
    expect(await replace()).toMatchObject(newer)
  })

  test('two who choose one name at once make one, and names that look alike are one', async () => {
    const outcomes = await Promise.all([save('Five', 1), save('Five', 2)])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual(refused('TEMPLATE_NAME_TAKEN'))
    expect(await save('ＦＩＶＥ', 3)).toEqual(refused('TEMPLATE_NAME_TAKEN'))
    await save('Six', 4)
    expect(await rename('five', 1, 4)).toEqual(refused('TEMPLATE_NAME_TAKEN'))
  })

  test('another play takes its place, seen as it is; of two at once one is told', async () => {
    await make(TEN_OFF, { title: 'Ten off' })
    await save('Off')

    const both = [TEN_OFF, FIVE_OFF].map((activityId, nth) => save(`Off ${nth}`, 1, { version: 1, activityId }))
    const outcomes = await Promise.all(both)

    expect(outcomes.find(({ ok }) => !ok)).toEqual(refused('TEMPLATE_CHANGED'))
    const [only, ...more] = await list()
    expect(more).toEqual([])
    expect(outcomes).toContainEqual({ ok: true, value: only })
    expect(only?.version).toBe(2)
  })

  test('it is renamed and removed by whoever has seen it as it is', async () => {
    await save('Five')

    expect(await rename('Five off', 0)).toEqual(refused('TEMPLATE_CHANGED'))
    expect(await rename('Five off', 1)).toMatchObject({ ok: true, value: { name: 'Five off', version: 2 } })
    expect(await rename('Five off', 1)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await remove(1)).toEqual(refused('TEMPLATE_CHANGED'))
    expect(await remove(2)).toEqual({ ok: true, value: { id: idOf(1) } })
    expect(await remove(2)).toEqual({ ok: true, value: { id: idOf(1) } })
    expect(await rename('Five', 2)).toEqual(refused('TEMPLATE_NOT_FOUND'))
    expect(await save('Five', 1, { version: 2 })).toEqual(refused('TEMPLATE_NOT_FOUND'))
    expect(await list()).toEqual([])
  })

  test('a play of another show, or one that was thrown away, is saved as nothing', async () => {
    const { shop } = current()
    await shop.store.createShow({ id: OTHER_SHOW, title: { en: 'Other' }, startsAt: START_AT })
    expect(await save('Five', 1, { showId: OTHER_SHOW })).toEqual(refused('ACTIVITY_NOT_FOUND'))
    await throwAway(FIVE_OFF)

    expect(await save('Five')).toEqual(refused('ACTIVITY_NOT_FOUND'))
  })

  test(`the shop has ${MOST_TEMPLATES} at most, however many ask at once, and each can be replaced`, async () => {
    const asked = Array.from({ length: MOST_TEMPLATES + 3 }, (_, nth) => save(`Five ${nth}`, nth))
    const outcomes = await Promise.all(asked)

    const left = outcomes.filter(({ ok }) => !ok)
    expect(left).toEqual(left.map(() => refused('TOO_MANY_TEMPLATES')))
    expect(left).toHaveLength(3)
    const [first] = await list()
    const again = { showId: SHOW, activityId: FIVE_OFF, name: 'Instead', by }
    expect(await run(saveTemplate, { ...again, id: first?.id ?? idOf(0), version: 1 })).toMatchObject({ ok: true })
  })
}
