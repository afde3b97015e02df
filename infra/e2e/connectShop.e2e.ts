// The owner connects another shop while one sells: wrong address, test, waiting for a message, its arrival, and then it is used.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startWorld, type World } from '@lantern/server/src/testing/world.ts'
import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { findings } from './findings.ts'
import { createPeople, type People, PHONE } from './people.ts'
import { expect, test as base } from './test.ts'

/** A shop that speaks UCP, as its profile is published. */
interface UcpShop {
  readonly url: string
  setOpen(isOpen: boolean): void
  close(): Promise<void>
}

interface Evening {
  readonly shop: UcpShop
  readonly world: World
}

async function startUcpShop(): Promise<UcpShop> {
  let isOpen = false
  let url = ''
  const profile = () => ({
    ucp: {
      version: '2026-08-25',
      capabilities: {
        'dev.ucp.shopping.permalink': [{ version: '2026-08-25', config: { endpoint: `${url}/buy` } }],
      },
    },
  })
  const server: Server = createServer((req, res) => {
    if (req.url === '/.well-known/ucp' && isOpen) return res.end(JSON.stringify(profile()))
    return req.url?.startsWith('/buy') === true
      ? res.writeHead(303, { location: '/pay' }).end()
      : res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  url = `http://127.0.0.1:${address.port}`
  return {
    url,
    setOpen: (now) => void (isOpen = now),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const test = base.extend<{ people: People }, { evening: Evening }>({
  evening: [
    async ({ browserName: _ }, use) => {
      const shop = await startUcpShop()
      const world = await startWorld({ env: { WEBHOOK_ALLOWED_HOSTS: new URL(shop.url).host } })
      await use({ shop, world })
      await world.close()
      await shop.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  people: async ({ browser, evening }, use) => {
    const people = createPeople(browser, evening.world)
    await use(people)
    await people.leave()
  },
})

const step = (page: Page, id: string) => page.getByTestId(`step-${id}`)
const orange = (page: Page) => page.locator('.btn.main').filter({ visible: true })
const field = (page: Page, name: string) => page.getByTestId(`key-${name}`).locator('input')

/** What the button of a line copies: the page itself shows a secret by its dots. */
async function copied(page: Page, row: string): Promise<string> {
  await page.locator(`[data-row=${row}]`).getByTestId('copy').click()
  return page.evaluate(() => navigator.clipboard.readText())
}

interface Posting {
  readonly url: string
  readonly secret: string
}

/** An order of the shop's own, which is no hold's. */
async function post({ url, secret }: Posting, id: string): Promise<number> {
  const data = { holdId: 'hold-of-a-test', orderId: 'T-1', amountMinor: 12900, currency: 'CNY' }
  const body = JSON.stringify({ type: 'order.paid', timestamp: new Date().toISOString(), data })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(), body),
  }
  return (await fetch(url, { method: 'POST', headers, body })).status
}

test('a shop is connected beside the one in use, from a wrong address to its first message, and then used', async ({
  people,
  evening: { shop, world },
}) => {
  test.setTimeout(180_000)
  const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }
  const page = await people.staff({ path: '/studio/shop', options: clipboard })
  await expect(page.getByTestId('shop-kind-generic')).toContainText('In use')
  await expect(page.getByTestId('key-SHOP_URL')).toContainText('SHOP_URL')

  await test.step('half filled, and another kind looked at meanwhile: both are still there', async () => {
    await page.getByTestId('shop-kind-ucp').click()
    await field(page, 'SHOP_URL').fill(shop.url)
    await page.getByTestId('shop-kind-woo').click()
    await field(page, 'WOO_CONSUMER_KEY').fill('ck_half')
    await expect(page.getByTestId('keys-save')).toBeDisabled()
    await page.getByTestId('shop-kind-ucp').click()
    await expect(field(page, 'SHOP_URL')).toHaveValue(shop.url)
    await page.getByTestId('shop-kind-woo').click()
    await expect(field(page, 'WOO_CONSUMER_KEY')).toHaveValue('ck_half')
  })

  await test.step('the address is no shop of this kind: said at its step, and nothing else asks for anything', async () => {
    await page.getByTestId('shop-kind-ucp').click()
    await page.getByTestId('keys-save').click()
    await expect(step(page, 'reads_products')).toHaveAttribute('data-asks', 'true')
    await expect(page.locator('.trip-step[data-asks=true]')).toHaveCount(1)
    await expect(page.getByTestId('use-shop')).toBeDisabled()
    await expect(orange(page)).toHaveText(['Test again'])
  })

  await test.step('it is mended: no message has come yet, after a reload as well', async () => {
    shop.setOpen(true)
    await page.getByTestId('shop-test').click()
    await expect(step(page, 'told_of_order')).toHaveAttribute('data-state', 'waiting')
    await page.reload()
    await expect(step(page, 'told_of_order')).toContainText('waiting')
    await expect(page.getByTestId('test-checkout')).toHaveAttribute('href', new RegExp(`^${shop.url}/buy/`))
    expect(await orange(page).count()).toBe(1)
    expect(await findings(page)).toEqual([])
  })

  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await expect(step(tab, 'told_of_order')).toHaveAttribute('data-state', 'waiting')
  const events = new URL(await copied(page, 'events_url'))
  const url = `${world.url}${events.pathname}`
  const secret = await copied(page, 'secret')
  expect(await page.content()).not.toContain(secret)

  await test.step('a message with another secret is refused, and both tabs say why', async () => {
    expect(await post({ url, secret: `whsec_${Buffer.alloc(32, 3).toString('base64')}` }, 'msg_wrong')).toBe(401)
    for (const one of [page, tab]) await expect(step(one, 'told_of_order')).toContainText('was refused')
    await expect(page.getByTestId('messages')).toContainText('Refused')
  })

  await test.step('one that is signed by it: the shop may be used, and twice the same is a repeat', async () => {
    expect(await post({ url, secret }, 'msg_right')).toBeLessThan(300)
    expect(await post({ url, secret }, 'msg_right')).toBeLessThan(300)
    for (const one of [page, tab]) {
      await expect(step(one, 'told_of_order')).toHaveAttribute('data-state', 'passed')
      await expect(orange(one)).toHaveText(['Use UCP'])
    }
    await expect(page.getByTestId('messages')).toContainText('Repeat')
    await page.screenshot({ path: 'test-results/connect-shop/ready.png', fullPage: true })
  })

  await test.step('used: asked once with what happens, and the other tab follows', async () => {
    await page.getByTestId('use-shop').click()
    await expect(page.getByRole('alertdialog')).toContainText('may still pay there')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await page.getByTestId('use-shop').click()
    await page.getByTestId('use-shop-yes').click()
    await expect(page.getByTestId('shop-kind-ucp')).toContainText('In use')
    await expect(page.getByTestId('use-shop')).toHaveCount(0)
    await expect(tab.getByTestId('shop-kind-ucp')).toContainText('In use', { timeout: 20_000 })
    const status: unknown = await (await page.request.get(`${world.url}/api/shop`)).json()
    expect(status).toMatchObject({ answers: { kind: 'ucp' } })
  })

  await test.step('on a phone nothing is wider than the page', async () => {
    await page.setViewportSize(PHONE)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await page.screenshot({ path: 'test-results/connect-shop/phone.png', fullPage: true })
  })
})
