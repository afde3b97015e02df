// A scope that is missing is named with what will not work, before somebody sells.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { checkScopes } from './scopes.ts'

function checkAt(shopUrl: string, handles: readonly string[]) {
  const shop = { myshopifyDomain: 'snowdevil.myshopify.com' }
  return checkScopes((_query, _variables, schema) => {
    const accessScopes = handles.map((handle) => ({ handle }))
    return Promise.resolve(grant(schema.parse({ currentAppInstallation: { accessScopes }, shop })))
  }, shopUrl)
}
const check = (...handles: readonly string[]) => checkAt('https://snowdevil.myshopify.com', handles)

const ALL = ['write_orders', 'write_discounts', 'read_products', 'read_inventory', 'read_locations']

test('an app that has what is needed is well; what writes reads as well', async () => {
  expect(await check('read_orders', ...ALL)).toEqual({ ok: true, value: null })
  expect(await check(...ALL, 'write_products')).toEqual({ ok: true, value: null })
})

test.each([
  ['write_discounts', 'no price of a show can be below'],
  ['read_products', 'stock is not followed'],
  ['read_inventory', 'whether a variant is counted'],
  ['read_locations', 'no shelf'],
])('without %s', async (scope, lost) => {
  const said = await check(...ALL.filter((one) => one !== scope))

  const why = expect.stringContaining(`lacks ${scope} (`)
  expect(said).toMatchObject({ ok: false, code: 'SHOP_REFUSED', detail: { why } })
  expect(JSON.stringify(said)).toContain(lost)
})

test('orders that may be read and not written cannot be refunded; those that may not be read are not told', async () => {
  const rest = ALL.filter((one) => one !== 'write_orders')

  expect(JSON.stringify(await check('read_orders', ...rest))).toMatch(/lacks write_orders \(no money/)
  expect(JSON.stringify(await check(...rest))).toMatch(/lacks read_orders \(.*write_orders \(/)
})

test('the former address of a shop that was renamed is told as that, since its messages name the other', async () => {
  const said = await checkAt('https://snow-old.myshopify.com', ALL)

  const why = expect.stringContaining('https://snowdevil.myshopify.com')
  expect(said).toMatchObject({ ok: false, code: 'SHOP_REFUSED', detail: { why } })
  expect(await checkAt('https://shop.snowdevil.example', ALL)).toMatchObject({ ok: true })
})

test('a shop that does not answer is that, not an app that lacks something', async () => {
  const said = await checkScopes(() => Promise.resolve(refuse('SHOP_UNREACHABLE')), 'https://snowdevil.myshopify.com')

  expect(said).toMatchObject({ code: 'SHOP_UNREACHABLE' })
})
