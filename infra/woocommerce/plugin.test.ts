// The plugin for WooCommerce takes what the studio signs: run by PHP with the least of WordPress, where PHP is there.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { toBasket } from '@lantern/server/src/domain/basket.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hasPhp, here, holdOf, PENNANTS, run, shop, studio } from './runPlugin.ts'

const TO_CHECKOUT = { to: 'https://shop.test/checkout/', said: [], cookie: true }
const [CART, ORDER, CHECK] = [{ do: 'cart' }, { do: 'order' }, { do: 'check' }]

describe.each(hasPhp ? ['PHP'] : [])('the plugin for WooCommerce, by %s', () => {
  test('a buyer arrives at the checkout with the frozen price beside the own cart, and the order names the hold', async () => {
    const { arrive, names } = await studio()
    const hold = holdOf([...PENNANTS, { id: '36', quantity: 1, payMinor: 3000 }])

    const [, , came, cart, order] = run([shop(), { do: 'add', id: 34, quantity: 1 }, await arrive(hold), CART, ORDER])

    expect(came).toEqual(TO_CHECKOUT)
    expect(cart).toEqual([
      { id: 34, quantity: 1, total: 11.05, isHeld: false },
      { id: 34, quantity: 2, total: 16.57, isHeld: true },
      { id: 36, quantity: 1, total: 30, isHeld: true },
    ])
    expect(order).toEqual(['', names.nameOf(hold.id), names.nameOf(hold.id)])
  })

  test('two holds of one evening are in one basket, each with its name; one that comes again is there once', async () => {
    const { arrive, names } = await studio()
    const [first, second] = [holdOf(PENNANTS), holdOf([{ id: '36', quantity: 1, payMinor: 3000 }])]

    const told = run([shop(), await arrive(first), await arrive(second), await arrive(first), ORDER])

    expect(told.at(-1)).toEqual([names.nameOf(second.id), names.nameOf(first.id)])
  })

  test('one link for both: all of it at its price, each with its name, or nothing where one of them is over', async () => {
    const { arrive, ask, names } = await studio()
    const [first, second] = [holdOf(PENNANTS), holdOf([{ id: '36', quantity: 1, payMinor: 3000 }])]
    const basket = toBasket(first, [second])

    const [, quote, came, cart, order] = run([shop(), await ask('quote', basket), await arrive(basket), CART, ORDER])
    const ended = run([shop(), await ask('end', second), await arrive(basket), CART])
    const again = run([shop(), await arrive(first), await arrive(basket), ORDER])

    expect(quote).toMatchObject({ ok: true, holds: 2, total: '46.570000' })
    expect(came).toEqual(TO_CHECKOUT)
    expect(cart).toMatchObject([{ total: 16.57 }, { total: 30 }])
    expect(order).toEqual([names.nameOf(first.id), names.nameOf(second.id)])
    expect(ended.slice(2)).toMatchObject([{ to: 'https://shop.test/cart/' }, []])
    expect(again.at(-1)).toEqual([names.nameOf(first.id), names.nameOf(second.id)])
  })

  test.each([
    { currency: 'JPY', places: 0, payMinor: 999, total: 999 },
    { currency: 'KWD', places: 3, payMinor: 12_345, total: 12.345 },
    { currency: 'EUR', places: 2, payMinor: 1000, total: 10 },
  ])('$currency is paid to its last place, also by three units that do not share it evenly', async (money) => {
    const { currency, places, payMinor, total } = money
    const { arrive, ask } = await studio()
    const hold = holdOf([{ id: '40', quantity: 3, payMinor }], { currency })

    const [, , cart, quote] = run([shop({ places }, currency), await arrive(hold), CART, await ask('quote', hold)])

    expect(cart).toMatchObject([{ total }])
    expect(quote).toMatchObject({ ok: true, currency, total: total.toFixed(6) })
  })

  test('a shop that has become cheaper than the hold asks its own price, and says so before', async () => {
    const { arrive, ask } = await studio()
    const hold = holdOf([{ id: '34', quantity: 2, payMinor: 9900 }])

    const told = run([shop(), await arrive(hold), CART, await ask('quote', hold)])

    expect(told.slice(2)).toMatchObject([[{ total: 22.1 }], { ok: true, total: '22.100000' }])
  })

  test('in another currency than the show it has the price of the shop', async () => {
    const { arrive } = await studio()

    const told = run([shop({}, 'USD'), await arrive(holdOf(PENNANTS)), CART, CHECK, CART])

    expect(told.slice(2)).toEqual([[expect.objectContaining({ total: 22.1 })], [expect.any(String)], []])
  })

  test('more units than are held are not to be had at the price of the show', async () => {
    const { arrive } = await studio()

    const told = run([shop(), await arrive(holdOf(PENNANTS)), { do: 'setQuantity', quantity: 50 }, CART])

    expect(told.slice(2)).toEqual([2, [{ id: 34, quantity: 2, total: 16.57, isHeld: true }]])
  })

  test('coupons of the shop take nothing off what is held', async () => {
    const { arrive } = await studio()

    const told = run([
      shop(),
      { do: 'add', id: 36, quantity: 1 },
      await arrive(holdOf(PENNANTS)),
      { do: 'couponItems' },
    ])

    expect(told.at(-1)).toBe(1)
  })

  test('once its time is over it costs what the shop asks, leaves the cart before it is paid, and the buyer is told', async () => {
    const { arrive } = await studio()

    const told = run([
      shop({ locale: 'zh_TW' }),
      await arrive(holdOf(PENNANTS)),
      { do: 'timePasses' },
      CART,
      ORDER,
      CHECK,
      CART,
    ])

    expect(told.slice(3)).toEqual([
      [{ id: 34, quantity: 2, total: 22.1, isHeld: true }],
      [''],
      ['「Pennant」已不再為您保留，已從購物車移除。'],
      [],
    ])
  })

  test.each(['on-hold', 'processing', 'completed'])(
    'one order for one hold: %s, the link takes nobody else there',
    async (to) => {
      const { arrive } = await studio()
      const link = await arrive(holdOf(PENNANTS))

      const told = run([shop(), link, ORDER, { do: 'status', order: 1, to }, { do: 'newBuyer' }, link, CART])

      expect(told.at(-2)).toMatchObject({ to: 'https://shop.test/cart/', said: [expect.stringContaining('used')] })
      expect(told.at(-1)).toEqual([])
    },
  )

  test('a payment that failed can be tried again by the same link', async () => {
    const { arrive } = await studio()
    const link = await arrive(holdOf(PENNANTS))
    const turns = ['on-hold', 'failed'].map((to) => ({ do: 'status', order: 1, to }))

    const told = run([shop(), link, ORDER, ...turns, { do: 'newBuyer' }, link])

    expect(told.at(-1)).toEqual(TO_CHECKOUT)
  })

  test('a hold that the studio has ended is worth nothing, in a cart as little as by its link', async () => {
    const { arrive, ask } = await studio()
    const hold = holdOf(PENNANTS)
    const link = await arrive(hold)

    const told = run([shop(), link, await ask('end', hold), await ask('end', hold), CART, CHECK, link, CART])

    expect(told.slice(2, 4)).toEqual([{ ok: true }, { ok: true }])
    expect(told[4]).toMatchObject([{ total: 22.1 }])
    expect(told[5]).toEqual([expect.stringContaining('Pennant is no longer held')])
    expect(told.slice(6)).toEqual([expect.objectContaining({ to: 'https://shop.test/cart/' }), []])
  })

  test.each([
    ['an attribute left open', '37', 1],
    ['more than the shop has', '39', 2],
    ['two of what is sold one by one', '38', 2],
    ['what the shop does not have', '99', 1],
  ])('%s: nothing goes into the cart, also not the other half', async (_what, id, quantity) => {
    const { arrive, ask } = await studio()
    const hold = holdOf([...PENNANTS, { id, quantity, payMinor: 1000 }])

    const told = run([shop(), await arrive(hold), CART, await ask('quote', hold)])

    expect(told.slice(1)).toMatchObject([{ to: 'https://shop.test/cart/' }, [], { ok: false }])
  })

  test('a quote has tax inside and other plugins’ discounts, and leaves no cart behind', async () => {
    const { ask } = await studio()
    const hold = holdOf(PENNANTS)

    const told = run([shop({ inside: 'yes', fees: [-1.5, 3] }), await ask('quote', hold), CART])

    expect(told.slice(1)).toEqual([{ ok: true, holds: 1, why: '', currency: 'EUR', total: '15.070000' }, []])
  })

  test('nothing is taken that the studio did not sign for just this', async () => {
    const { arrive, ask } = await studio()
    const hold = holdOf(PENNANTS)
    const stranger = await studio({ secret: 'the secret of another shop' })
    const link = await arrive(hold)
    const [head = '', claims = '', signature = ''] = (link.token ?? '').split('.')
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const cheap = {
      ...JSON.parse(Buffer.from(claims, 'base64url').toString()),
      items: [{ id: 36, quantity: 1, total: '0.01' }],
    }
    const links = [
      await stranger.arrive(hold),
      await arrive(holdOf(PENNANTS, { inMs: -1000 })),
      ...[
        `${head}.${encode(cheap)}.${signature}`,
        `${encode({ alg: 'none' })}.${claims}.`,
        `${head}.${claims}`,
        '..',
        '',
      ].map((token) => ({ do: 'arrive', token })),
      { do: 'arrive', token: (await ask('quote', hold)).token },
    ]
    const asked = [
      await stranger.ask('quote', hold),
      { do: 'ask', use: 'end', token: link.token },
      await ask('ready', hold),
    ]

    const told = run([shop(), ...links, CART, ...asked])

    const turnedAway = { to: 'https://shop.test/cart/', said: [expect.stringContaining('over')], cookie: true }
    expect(told.slice(1, -4)).toEqual(links.map(() => turnedAway))
    expect(told.slice(-4)).toEqual([[], { status: 401 }, { status: 401 }, { ok: true }])
  })

  test('without a secret, or with a short one, nothing is taken', async () => {
    const { arrive } = await studio({ secret: 'short' })
    const link = await arrive(holdOf(PENNANTS))

    const told = run([shop({ lantern_secret: 'short' }), link, shop({ lantern_secret: '' }), link, CART])

    expect(told.at(-1)).toEqual([])
  })

  test('its settings have a page of their own, and touch no other', () => {
    const [sections, theirs, ours] = run([
      { do: 'sections' },
      { do: 'settings', section: '' },
      { do: 'settings', section: 'lantern' },
    ])

    expect(sections).toEqual({ '': 'Page setup', lantern: 'Lantern' })
    expect(theirs).toEqual(['theirs'])
    expect(ours).toContainEqual(expect.objectContaining({ id: 'lantern_secret', type: 'password' }))
  })

  test('every hook that it uses is published, and takes no more of it than is given', () => {
    const Published = z.record(z.string(), z.object({ arguments: z.number(), source: z.url() }))
    const published = Published.parse(JSON.parse(readFileSync(here('hooks.json'), 'utf8')))
    const [used] = z.array(z.record(z.string(), z.array(z.number()))).parse(run([{ do: 'hooks' }]))

    expect(Object.keys(published).sort()).toEqual(Object.keys(used ?? {}).sort())
    for (const [hook, taken] of Object.entries(used ?? {}))
      expect(Math.max(...taken), hook).toBeLessThanOrEqual(Math.max(1, published[hook]?.arguments ?? 0))
  })

  test.each(['lantern.php', 'harness.php', 'harnessObjects.php', 'steps.php'])('%s is PHP', (file) => {
    expect(spawnSync('php', ['-l', here(file)]).status).toBe(0)
  })
})

if (!hasPhp)
  test('PHP is not on this machine: the plugin was not run', () => {
    expect(spawnSync('php', ['--version']).status).not.toBe(0)
  })

test('orders are reached by WooCommerce’s own objects alone, so that it does not matter where they are kept', () => {
  const text = readFileSync(here('lantern.php'), 'utf8')

  expect(text).not.toMatch(/\b(?:get|update|add|delete)_post_meta\b|\$wpdb|get_post\(|WP_Query/)
  expect(text).toMatch(/declare_compatibility\( 'custom_order_tables', __FILE__, true \)/)
  expect(text.split('\n').length).toBeLessThan(300)
})
