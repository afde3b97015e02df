// What this shop knows of me, on a phone: read in three languages, a consent taken back, and all of it erased.
import { PHONE_AGENT } from '../people.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'privacy' })

const SMALL = { width: 320, height: 640 }
const PHONE_OPTIONS = { userAgent: PHONE_AGENT, hasTouch: true, isMobile: true, viewport: SMALL }
const HEADS = { en: 'What I agreed to', 'zh-Hans': '我同意过的事项', 'zh-Hant': '我同意過的事項' } as const

test('a viewer reads what is kept of them, takes a consent back, and is forgotten', async ({ people }) => {
  const studio = await people.staff()
  await studio.getByTestId('sharers').click()
  await studio.getByTestId('sharing-isOn').check()
  await studio.getByTestId('sharing-save').click()
  await expect(studio.getByText('Saved. New holds go by it.')).toBeVisible()
  const phone = await people.viewer({ options: PHONE_OPTIONS })
  await phone.getByTestId('share').tap()
  await phone.getByTestId('sharer-name').fill('willow')
  await phone.getByTestId('sharer-consent').check()
  await phone.getByTestId('sharer-join').tap()
  await expect(phone.getByTestId('my-page')).toBeVisible()

  const open = async (lang: keyof typeof HEADS) => {
    const url = new URL(phone.url())
    url.searchParams.set('lang', lang)
    await phone.goto(url.href)
    await phone.getByTestId('more').tap()
    await phone.getByTestId('open-known').tap()
    await expect(phone.getByTestId('known')).toBeVisible()
  }
  for (const lang of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    await open(lang)
    await expect(phone.getByTestId('known-consents')).toContainText(HEADS[lang])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await phone.screenshot({ path: `test-results/privacy-${lang}.png` })
  }
  await phone.getByTestId('known-of-sharing').locator('summary').tap()
  await expect(phone.getByTestId('known-of-sharing')).toContainText('willow')
  const saved = phone.waitForEvent('download')
  await phone.getByTestId('known-csv').tap()
  expect((await saved).suggestedFilename()).toBe('known-of-me.csv')

  await phone.getByTestId('withdraw-share').tap()
  await phone.getByTestId('withdraw-yes').tap()
  await expect(phone.getByTestId('known-consents')).toContainText('Withdrawn')

  await phone.getByTestId('known-erase').tap()
  await phone.screenshot({ path: 'test-results/privacy-erase.png' })
  await phone.getByTestId('known-erase-yes').tap()
  await expect(phone.getByTestId('known')).toBeHidden()
  await open('en')
  await expect(phone.getByTestId('known-of-sharing')).toBeHidden()
})
