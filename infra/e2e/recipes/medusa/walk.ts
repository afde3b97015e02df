// From a fresh clone to a second show against a real Medusa: node infra/e2e/recipes/medusa/walk.ts [folder for Medusa's packages] [--postgres] [--proxy] [--studio]
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { startPostgresServer } from '@lantern/server/src/testing/postgresServer.ts'
import { freePort } from '@lantern/server/src/testing/world.ts'
import { expect, type Page } from '@playwright/test'
import { type Caller, createCaller } from './ask.ts'
import { capture } from './buyer.ts'
import { connectShop, tryShop } from './connecting.ts'
import * as evening from './evening.ts'
import { fillShop, type FilledShop, logIn, UNITS } from './fill.ts'
import { type RunningMedusa, startMedusa } from './install.ts'
import { type Answers, cloneCommand, createNewcomer, type Newcomer, settingsIn } from './newcomer.ts'
import { startProxy } from './proxy.ts'
import { refundPart, refundState } from './staff.ts'
import { startStorefront, type Storefront } from './storefront.ts'

const IS_STUDIO = process.argv.includes('--studio')
const began = performance.now()
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`)

interface Shop {
  readonly stage: evening.Stage
  /** Medusa's own staff, and the studio's secret key. */
  readonly owner: Caller
  readonly admin: Caller
}

async function payLater(show: evening.Evening, { owner }: Shop, size: string): Promise<string> {
  const phone = await show.phone()
  await evening.hold(phone, size)
  const orderId = await evening.placeOrder(phone, '199')
  await evening.expectOrder(show.desk, orderId, 'authorised')
  await phone.goto(show.link)
  await phone.getByText('Order placed').first().waitFor()
  say(`${orderId}: placed, its money not taken: the desk and the phone say so`)
  await capture(owner, orderId)
  await evening.expectOrder(show.desk, orderId, 'paid')
  await phone.getByTestId('paid').or(phone.getByTestId('paid-strip')).first().waitFor()
  say(`${orderId}: captured at Medusa, paid at desk and phone`)
  return orderId
}

async function saleAndRefunds(show: evening.Evening, { owner, admin }: Shop, first: string): Promise<void> {
  const { desk } = show
  await desk.getByTestId('sale-price').fill('99')
  await desk.getByTestId('sale-units').fill('3')
  await desk.getByTestId('sale-countdown').fill('0')
  await desk.getByTestId('sale-start').click()
  const phone = await show.phone()
  await evening.hold(phone, 'S')
  const second = await evening.placeOrder(phone, '99')
  await capture(owner, second)
  await evening.expectOrder(desk, second, 'paid')
  say(`${second}: at the sale's price, tax inside, paid`)

  await refundPart(owner, first, 30)
  await desk.getByTestId('settle-accept').click()
  await expect(desk.getByTestId(`back-${first}`)).toContainText('30')
  await desk.getByTestId('matter').waitFor({ state: 'hidden' })
  say('30 of the first order given back at Medusa: staff were asked, and let it be')

  await desk.getByTestId(`more-${second}`).click()
  await desk.getByTestId(`order-${second}`).getByTestId('settle-refund_back').click()
  await desk.getByTestId('confirm').click()
  await evening.expectOrder(desk, second, 'refunded')
  await expect
    .poll(() => refundState(admin, second), { timeout: evening.PATIENCE_MS })
    .toEqual({ back: 99, status: 'canceled' })
  await evening.expectApart(admin, { 'SHIRT-M': UNITS - 1, 'SHIRT-S': UNITS })
  await evening.expectOrder(desk, second, 'refunded')
  say('the second refunded in the studio: Medusa gave all back, and the unit is set apart again')
  await desk.getByTestId('sale-stop').click()
  await desk.getByTestId('confirm').click()
}

/** Two phones, one unit; its order is authorised when the show ends, and captured after. */
async function lastUnit(show: evening.Evening, { owner, admin }: Shop): Promise<void> {
  const { desk } = show
  await desk.locator('[data-testid^=offers-of-]').first().click()
  for (const [size, units] of Object.entries({ M: 1, S: 1 })) {
    const offer = desk.locator('li.offer').filter({ has: desk.locator('b', { hasText: new RegExp(`^${size}$`) }) })
    await offer.locator('input').first().fill(String(units))
    await offer.locator('input').first().press('Enter')
  }
  await evening.expectApart(admin, { 'SHIRT-S': 1 })
  const phones = [await show.phone(), await show.phone()]
  for (const phone of phones) await phone.getByTestId('hold-button').first().tap()
  await Promise.all(phones.map((phone) => evening.sizeOf(phone, 'S').tap()))
  const links = phones.map((phone) => phone.getByTestId('checkout-link').first())
  const held = async () => (await Promise.all(links.map((link) => link.isVisible()))).filter(Boolean).length
  await expect.poll(held, { timeout: evening.PATIENCE_MS }).toBe(1)
  const winner = (await links[0]?.isVisible()) === true ? phones[0] : phones[1]
  assert(winner)
  const third = await evening.placeOrder(winner, '199')
  await evening.expectOrder(desk, third, 'authorised')
  say(`${third}: the last unit, held once, placed`)
  await desk.getByTestId('end-show').click()
  await desk.getByTestId('confirm').click()
  await evening.expectApart(admin, {})
  await capture(owner, third)
  await evening.expectOrder(desk, third, 'paid')
  say('the show is over, nothing is set apart any more, and the last order was captured after it')
}

/** Everything that the pages do, twice. */
async function evenings(shop: Shop, desk: Page, newcomer: Newcomer): Promise<void> {
  await evening.takeProducts(desk)
  const first = await evening.beginShow(shop.stage, desk, 'First evening')
  await evening.expectApart(shop.admin, { 'SHIRT-M': UNITS, 'SHIRT-S': UNITS })
  say('live, with the whole stock set apart')
  const paid = await payLater(first, shop, 'M')
  say(`first paid order: ${newcomer.commands()} commands, with the one that cloned`)
  await saleAndRefunds(first, shop, paid)
  await lastUnit(first, shop)
  say((await newcomer.run('npm run --silent ledger:check')).trim())

  await desk.goto(new URL('/studio/', desk.url()).href)
  await evening.takeProducts(desk)
  const second = await evening.beginShow(shop.stage, desk, 'Second evening')
  await evening.expectApart(shop.admin, { 'SHIRT-M': UNITS - 1, 'SHIRT-S': UNITS - 1 })
  say('a second show, with what is left set apart')
  await payLater(second, shop, 'S')
  say((await newcomer.run('npm run --silent ledger:check')).trim())
}

interface Way {
  readonly answers: Answers
  readonly env: Record<string, string>
  /** What Medusa needs to reach the studio. */
  readonly medusaEnv: Record<string, string>
  close(): Promise<void>
}

async function chooseWay(folder: string): Promise<Way> {
  const port = await freePort()
  const postgres = process.argv.includes('--postgres') ? await startPostgresServer() : null
  const proxy = process.argv.includes('--proxy') ? await startProxy(join(folder, 'proxy'), port) : null
  const database = postgres === null ? '' : (await postgres.createDatabase()).url
  return {
    answers: {
      'Port for http [': String(port),
      'Address under which viewers': proxy?.url ?? '',
      'How many proxies': '1',
      'Folder for the data': join(folder, 'data'),
      PostgreSQL: database,
    },
    env: { MEDIA_PORT: '0', ...(proxy === null && { HTTPS_PORT: 'off' }) },
    medusaEnv: proxy === null ? {} : { NODE_EXTRA_CA_CERTS: proxy.authority },
    async close() {
      await proxy?.close()
      await postgres?.stop()
    },
  }
}

const NAME = 'Linen & Co'

const aboutShop = (shop: FilledShop, storefront: string): Answers => ({
  'What shop is it': 'medusa',
  'The address of the shop': storefront,
  'Its name': NAME,
  'Where Medusa': shop.url,
  Publishable: shop.publishableKey,
  'Id of the region': shop.regionId,
  'Secret API key': shop.secretKey,
  'Id of the stock location': shop.locationId,
})

interface Standing {
  readonly medusa: RunningMedusa
  readonly owner: Caller
  readonly shop: FilledShop
  readonly storefront: Storefront
  readonly way: Way
  readonly stage: evening.Stage
  readonly newcomer: Newcomer
  readonly clone: string
}

/** The shop by setup's questions: what it prints goes into Medusa. */
async function setUpShop({ medusa, shop, storefront, way, newcomer, clone }: Standing): Promise<void> {
  const told = await newcomer.run('npm run setup', { ...aboutShop(shop, storefront.url), ...way.answers })
  assert.match(told, /the shop answers, and takes what the settings say/)
  const settings = parseEnv(`${told.match(/LANTERN_\w+=\S+/g)?.join('\n')}`)
  assert.equal(settings['LANTERN_SECRET'], parseEnv(await readFile(settingsIn(clone), 'utf8'))['SHOP_WEBHOOK_SECRET'])
  say('set up')
  await medusa.restart({ env: { ...settings, ...way.medusaEnv } as Record<string, string> })
  await newcomer.run('npm run shop:check')
}

/** The shop on the studio's page: its keys are typed there, and the file that goes into Medusa is copied from there. */
async function setUpLater({ way, newcomer }: Standing): Promise<void> {
  await newcomer.run('npm run setup', { 'What shop is it': 'later', 'Its name': NAME, ...way.answers })
  say('set up, without a shop')
}

async function becomeShop(standing: Standing, link: string): Promise<Page> {
  const { medusa, owner, shop, storefront, way, stage } = standing
  const desk = await evening.becomeOwner(stage, link)
  say('the owner is in')
  if (IS_STUDIO) await connectShop(desk, { shop, storefront: storefront.url, medusa, env: way.medusaEnv, owner })
  else await tryShop(desk, { owner })
  say('a test order was placed, and its message came')
  return desk
}

async function live(standing: Standing): Promise<void> {
  const { owner, shop, stage, newcomer } = standing
  const server = await newcomer.stay('npm run serve', /https?:\S+\/studio\/welcome#\S+/)
  say('served')
  const key = `Basic ${Buffer.from(`${shop.secretKey}:`).toString('base64')}`
  const admin = createCaller(shop.url, { authorization: key })
  try {
    await evenings({ stage, owner, admin }, await becomeShop(standing, server.found), newcomer)
  } finally {
    await server.stop()
  }
}

async function walk(packages: string, folder: string): Promise<void> {
  const medusa = await startMedusa(packages)
  const owner = await logIn(medusa.url, medusa.owner)
  const shop = await fillShop(medusa.url, owner)
  const storefront = await startStorefront(shop)
  const way = await chooseWay(folder)
  const stage = await evening.openBrowser()
  const clone = join(folder, 'lantern')
  // Both are on this machine, and not on the public internet.
  const WEBHOOK_ALLOWED_HOSTS = [shop.url, storefront.url].map((url) => new URL(url).host).join(',')
  const newcomer = createNewcomer({ folder: clone, env: { ...way.env, ...(IS_STUDIO && { WEBHOOK_ALLOWED_HOSTS }) } })
  say('a Medusa shop is there; a newcomer begins')
  try {
    await newcomer.run(cloneCommand(clone))
    const standing: Standing = { medusa, owner, shop, storefront, way, stage, newcomer, clone }
    await (IS_STUDIO ? setUpLater : setUpShop)(standing)
    await live(standing)
  } finally {
    await stage.close()
    await storefront.close()
    await way.close()
    await medusa.stop()
  }
}

const [packages = join(tmpdir(), 'lantern-medusa')] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const folder = await mkdtemp(join(tmpdir(), 'lantern-walk-'))
await walk(packages, folder).finally(() => rm(folder, { recursive: true, force: true }))
say('the whole way: everything held')
