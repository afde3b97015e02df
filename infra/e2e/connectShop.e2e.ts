// The owner connects another shop while one sells: wrong address, test, waiting for a message, its arrival, and then it is used.
import { copied, field, orange, step, test } from './connectWorld.ts'
import { findings } from './findings.ts'
import { PHONE } from './people.ts'
import { expect } from './test.ts'
import { post } from './ucpShop.ts'

test('a shop is connected beside the one in use, from a wrong address to its first message, and then used', async ({
  people,
  evening: { shop, world },
}) => {
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
    await expect(tab.getByTestId('shop-kind-ucp')).toContainText('In use')
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
