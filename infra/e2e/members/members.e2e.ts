// A member as people see it: known by the shop's link, at a clean address, at the price of their tier, and found by staff.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { goLiveCameraOff, PHONE_AGENT } from '../people.ts'
import { expect, test } from '../test.ts'

const MEMBER_SECRET = 'what the shop and the studio know of members'

test.use({ worldOf: 'members', settings: { MEMBER_SECRET } })

const PHONE = { userAgent: PHONE_AGENT, hasTouch: true, isMobile: true } as const
const SMALL = { ...PHONE, viewport: { width: 320, height: 640 } } as const

/** As the shop's own example makes it. */
function linkOf(customer: string, ...more: readonly string[]): string {
  const example = join(import.meta.dirname, '../../shop-examples/member.mjs')
  const env = { ...process.env, STUDIO_URL: '', SHOP_AUDIENCE: 'demo-shop', MEMBER_SECRET }
  return execFileSync(process.execPath, [example, 'autumn', customer, ...more], { env, encoding: 'utf8' }).trim()
}

test('a member comes by the shop’s link, pays the price of their tier, and is found by staff', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-brass-lamp').click()

  await test.step('staff name the tiers', async () => {
    await studio.goto(`${world.url}/studio/members`)
    for (const [name, percent] of [
      ['Silver', ''],
      ['Gold', '20'],
    ] as const) {
      await studio.getByTestId('tier-add').click()
      await studio.getByTestId('tier-name').last().fill(name)
      await studio.getByTestId('tier-percent').last().fill(percent)
    }
    await studio.getByTestId('tiers-save').click()
    await expect(studio.getByTestId('tiers')).toContainText('Saved')
  })
  const link = linkOf('customer-7', 'Gold', '320', '5000', 'CNY')
  const member = await people.viewer({ path: `${link}&utm_source=account`, options: SMALL })
  await test.step('the page knows them, and its address nobody', async () => {
    const line = member.getByTestId('member').first()
    await expect(line).toHaveText('Member · Gold · 320 points · ¥50 stored value: pay with it at the shop')
    await expect(member.getByTestId('member-price').first()).toHaveText('Price for Gold')
    expect(new URL(member.url()).search).toBe('?utm_source=account')
  })
  await test.step('whoever opens the same link elsewhere sees the show, and why they are not known', async () => {
    const other = await people.viewer({ path: `${link}&lang=zh-Hans`, options: PHONE })
    await expect(other.getByTestId('notice')).toContainText('链接已使用过')
    await expect(other.getByTestId('member')).toHaveCount(0)
    const usual = (await other.getByTestId('price').first().textContent()) ?? ''
    expect(await member.getByTestId('price').first().textContent()).not.toBe(usual)
    expect(new URL(other.url()).search).toBe('?lang=zh-Hans')
  })
  await test.step('what they hold is at that price, and the shop asks it', async () => {
    await member.getByTestId('hold-button').first().tap()
    await expect(member.getByText('At your member price')).toBeVisible()
    await member.getByTestId('checkout-link').first().tap()
    await member.getByRole('button', { name: /^pay/i }).tap()
    await member.waitForURL(/\/orders\//)
  })
  await test.step('staff find them with what they bought', async () => {
    await studio.reload()
    await studio.getByTestId('member-search').fill('CUSTOMER')
    const card = studio.getByTestId('member-customer-7')
    await expect(card).toContainText('Gold · 320 points')
    await expect(card).toContainText('1 show · 1 hold')
    await studio.getByTestId('member-tier').selectOption('Silver')
    await expect(studio.getByTestId('members')).toBeEmpty()
    await studio.getByTestId('member-tier').selectOption('')
    await expect(card).toBeVisible()
  })
})
