// The steps of a round trip in words: what was found, what to do, what to choose, and what goes into the shop.
import { ConnectionField, RoundTrip, ShopRecipe, type TripStep } from '@lantern/shared/contract/connections.ts'
import { describe, expect, it } from 'vitest'
import type { Say } from '../../../words.ts'
import { stepViews } from './stepViews.ts'

/** Says the key and what it fills in. */
const say: Say = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key)
const by = { say, locale: 'en' } as const

const there = { id: 'reads_products', state: 'passed', figures: {}, problem: null, detail: {} }
const tripOf = (step: Partial<TripStep> & Pick<TripStep, 'id' | 'state'>) =>
  RoundTrip.parse({
    ranAt: 1,
    isRunning: false,
    steps: [{ figures: {}, problem: null, detail: {}, ...step }, there].filter(
      ({ id }, i) => i === 0 || id !== step.id,
    ),
    onlyHere: { count: 0, some: [] },
  })
const field = (name: string, more: object = {}) =>
  ConnectionField.parse({
    name,
    isSecret: false,
    isNeeded: false,
    isSet: false,
    from: null,
    value: null,
    tail: null,
    at: null,
    options: null,
    ...more,
  })
const look = (step: Parameters<typeof tripOf>[0], more: { fields?: ConnectionField[]; recipe?: ShopRecipe } = {}) => {
  const [view] = stepViews({ fields: more.fields ?? [], trip: tripOf(step) }, more.recipe ?? null, by)
  if (view === undefined) throw new Error('no step')
  return view
}

describe('a step that has passed', () => {
  it('says two sums in the places of their currency, and whether they are the same', () => {
    const figures = { title: 'Shirt', currency: 'KWD', liveMinor: 12_900, cartMinor: 12_905 }

    expect(look({ id: 'priced_cart', state: 'passed', figures }).figure).toMatch(/^KWD.12\.900 ≠ KWD.12\.905$/)
    expect(
      look({ id: 'priced_cart', state: 'passed', figures: { ...figures, currency: 'JPY', cartMinor: 12_900 } }).figure,
    ).toBe('¥12,900 = ¥12,900')
  })

  it('says of no cart that it agrees where the shop has shown none', () => {
    const figures = { title: 'Shirt', currency: 'KWD', liveMinor: 12_900 }

    const said = [figures, { ...figures, cartMinor: 12_900 }].map(
      (seen) => look({ id: 'priced_cart', state: 'passed', figures: seen }).said,
    )

    expect(said).toEqual([expect.stringContaining('priced_way'), expect.stringContaining('priced_cart')])
  })

  it('counts variants without a SKU, and never says more than is known', () => {
    const some = look({ id: 'reads_products', state: 'passed', figures: { products: 64, variants: 118, withSku: 100 } })

    expect(some).toMatchObject({ figure: '64', said: expect.stringMatching(/some_skus.*118.*100/) })
    expect(look({ id: 'told_of_order', state: 'passed' }).said).toBe('trip.done')
  })
})

describe('a step that asks for something', () => {
  it('names fields and reasons by their words', () => {
    const missing = look({
      id: 'reads_products',
      state: 'to_do',
      problem: 'values_missing',
      detail: { fields: 'MEDUSA_URL, MEDUSA_PUBLISHABLE_KEY' },
    })
    const refused = look({
      id: 'told_of_order',
      state: 'waiting',
      problem: 'message_refused',
      detail: { reason: 'badSignature' },
      figures: { at: 5 },
    })

    expect(missing.said).toContain('connect.field.MEDUSA_URL · connect.field.MEDUSA_PUBLISHABLE_KEY')
    expect(refused).toMatchObject({ said: expect.stringContaining('refused.badSignature'), since: 5 })
  })

  it('asks for nothing while its turn has not come', () => {
    const steps = [
      { id: 'reads_products', state: 'failed', problem: 'keys_refused', detail: { why: '401' } },
      { id: 'priced_cart', state: 'to_do', problem: 'after_others' },
      { id: 'told_of_order', state: 'waiting', problem: 'no_message' },
    ].map((step) => ({ figures: {}, detail: {}, ...step }))
    const trip = RoundTrip.parse({ ranAt: 1, isRunning: false, steps, onlyHere: { count: 0, some: [] } })

    expect(stepViews({ fields: [], trip }, null, by).map(({ state, said }) => [state, said])).toEqual([
      ['failed', expect.stringContaining('keys_refused')],
      ['untried', ''],
      ['untried', ''],
    ])
  })

  it('is paid at the checkout that the test has opened', () => {
    const steps = [
      { id: 'reads_products', state: 'passed' },
      { id: 'opens_checkout', state: 'passed', figures: { link: 'https://shop.test/pay' } },
      { id: 'told_of_order', state: 'waiting', problem: 'no_message', figures: { at: 5 } },
    ].map((step) => ({ figures: {}, problem: null, detail: {}, ...step }))
    const trip = RoundTrip.parse({ ranAt: 1, isRunning: false, steps, onlyHere: { count: 0, some: [] } })

    expect(stepViews({ fields: [], trip }, null, by).map(({ link }) => link)).toEqual([
      null,
      null,
      'https://shop.test/pay',
    ])
  })

  it('offers what the shop has to choose from, but not against the environment', () => {
    const options = [{ value: 'sloc_1', label: 'Store room', products: 61, units: 1906 }]
    const step = { id: 'sets_stock_apart', state: 'to_do', problem: 'choose_location' } as const
    const own = field('MEDUSA_LOCATION_ID', { options })

    expect(look(step, { fields: [own] }).choices).toMatchObject({
      field: 'MEDUSA_LOCATION_ID',
      choices: [{ id: 'sloc_1', name: 'Store room', said: expect.stringContaining('1,906') }],
    })
    expect(look(step, { fields: [{ ...own, from: 'environment' }] }).choices).toBeNull()
    expect(look(step, { fields: [{ ...own, options: [] }] }).choices).toBeNull()
  })

  it('has the files and lines that go into the shop with their secrets masked, and whole to copy', () => {
    const secret = 'whsec_c2VjcmV0'
    const text = `const to = "x"\nconst secret = "${secret}"\n`
    const recipe = ShopRecipe.parse({
      rows: [{ name: 'LANTERN_SECRET', value: secret, isSecret: true }],
      files: [
        { path: 'src/subscribers/lantern.ts', text, secrets: [secret] },
        { path: 'src/app/[countryCode]/lantern/route.ts', text: 'x', secrets: [] },
        { path: 'src/lib/lantern.ts', text: 'x', secrets: [] },
      ],
    })
    const waiting = look({ id: 'told_of_order', state: 'waiting', problem: 'no_message' }, { recipe })

    expect(waiting.files).toEqual([
      { path: 'src/subscribers/lantern.ts', text, lines: 2, shown: text.replace(secret, 'whsec_••••••••') },
    ])
    expect(waiting.rows).toEqual([
      { name: 'LANTERN_SECRET', label: 'LANTERN_SECRET', shown: 'whsec_••••••••', text: secret },
    ])
    const noRoute = look({ id: 'opens_checkout', state: 'to_do', problem: 'no_route' }, { recipe })
    expect(noRoute.files.map(({ path }) => path)).toEqual([
      'src/app/[countryCode]/lantern/route.ts',
      'src/lib/lantern.ts',
    ])
    expect(look({ id: 'told_of_order', state: 'passed' }, { recipe }).files).toEqual([])
  })
})
