// A whole evening with every play once: kept beforehand, opened with one key, and two phones that enter, win, lose and buy.
import type { Page } from '@playwright/test'
import { PHONE } from '../people.ts'
import { closeNow, openForm, payAndReturn, picturesIn, playShow } from '../plays/playShow.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

const LAMP = 'brass-lamp'
const PICTURES = 'infra/docs/pictures'

test.use({ worldOf: 'evening' })
test.describe.configure({ mode: 'serial' })

const picture = picturesIn('evening')

/** One of README's. */
async function publish(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
}

async function fill(studio: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) await studio.getByTestId(id).last().fill(value)
}

type Fields = Readonly<Record<string, string>>

async function keep(studio: Page, kind: string, fields: Fields = {}): Promise<void> {
  await openForm(studio, kind)
  await fill(studio, fields)
  await studio.getByTestId(`${kind}-draft`).click()
  await expect(studio.locator(`.${kind}-row[data-state=draft]`).first()).toBeVisible()
}

/** Without a pointer: the focus is wherever it is. */
async function openNext(studio: Page, kind: string): Promise<void> {
  const kept = studio.locator(`.${kind}-row[data-state=draft]`)
  const before = await kept.count()
  await studio.keyboard.press('n')
  // One of the kind may be open and in front from before: the key is pressed again once this one is.
  await expect(kept).toHaveCount(before - 1)
  await expect(studio.locator(`.${kind}-row[data-state=open][data-front=true]`)).toBeVisible()
}

test('an evening from the desk: every play is kept, opened with a key, and goes as people do it', async ({
  people,
}) => {
  const { studio, thumb, chinese } = await playShow(people, { pin: LAMP })
  const phones = [thumb, chinese]

  await test.step('all of it is kept before it is needed', async () => {
    await keep(studio, 'poll', { 'poll-question': 'What goes on the table next?' })
    await keep(studio, 'draw', { 'draw-title': 'A brass table lamp', 'draw-winners': '1' })
    await keep(studio, 'redPacket', { 'redPacket-places': '1', 'redPacket-total': '12', 'redPacket-least': '12' })
    await keep(studio, 'coupon', { 'coupon-off': '20', 'coupon-from': '99' })
    await openForm(studio, 'coupon')
    await studio.getByTestId('coupon-kind-percent').click()
    await studio.getByTestId('coupon-given-paid').click()
    await fill(studio, { 'coupon-off': '10' })
    await studio.getByTestId('coupon-draft').click()
    await openForm(studio, 'stepPrice')
    await studio.getByRole('button', { name: 'Remove step 2' }).click()
    await fill(studio, { 'stepPrice-buyers-0': '1', 'stepPrice-price-0': '399' })
    await studio.getByTestId('stepPrice-draft').click()
    await keep(studio, 'testers', { 'testers-title': 'Who tries the new hand cream?', 'testers-places': '20' })
    await expect(studio.locator('.play-row[data-state=draft]')).toHaveCount(7)
    await picture(studio, 'kept')
  })
  await test.step('a poll: both vote, and its winner is pinned', async () => {
    await openNext(studio, 'poll')
    for (const phone of phones) await phone.getByTestId('poll-answer-1').click()
    await expect(chinese.getByTestId('poll-note')).toHaveText('2 人已投')
    await publish(thumb, 'poll')
    await closeNow(studio, 'poll')
    for (const phone of phones) await expect(phone.getByTestId('poll')).toHaveAttribute('data-state', 'settled')
    await studio.getByTestId(`pin-${LAMP}`).click()
  })
  await test.step('a draw: both are in, one wins and is asked alone, the other reads whose it is', async () => {
    await openNext(studio, 'draw')
    for (const phone of phones) {
      await phone.getByTestId('draw-enter').click()
      await expect(phone.getByTestId('draw-in')).toBeVisible()
    }
    await picture(chinese, 'draw-in')
    await closeNow(studio, 'draw')
    for (const phone of phones) await expect(phone.locator('.draw')).toHaveAttribute('data-stage', /own|drawn/)
    const hasWon = await thumb.getByTestId('draw-claim').isVisible()
    const [winner, other] = hasWon ? [thumb, chinese] : [chinese, thumb]
    await expect(winner.getByTestId('draw-claim')).toBeVisible()
    await expect(other.getByTestId('draw-names')).toBeVisible()
    await picture(winner, 'draw-won')
    await picture(other, 'draw-lost')
  })
  await test.step('a red packet of one place: one has it, the other is told that it is gone', async () => {
    await openNext(studio, 'redPacket')
    await expect(chinese.getByTestId('redPacket-open')).toBeVisible()
    await publish(chinese, 'red-packet')
    await thumb.getByTestId('redPacket-open').click()
    await expect(thumb.getByTestId('redPacket-amount')).toContainText('12')
    await expect(chinese.getByTestId('redPacket-gone')).toBeVisible()
    await picture(thumb, 'packet-got')
    await picture(chinese, 'packet-gone')
  })
  await test.step('a coupon, claimed, comes off the card', async () => {
    await openNext(studio, 'coupon')
    await chinese.getByTestId('coupon-claim').click()
    await expect(chinese.getByTestId('ticket-onCard')).toBeVisible()
    await expect(chinese.getByTestId('card').getByTestId('price')).toHaveText('¥439')
    await picture(chinese, 'coupon')
  })
  await test.step('one more for whoever pays, and a price that falls with the first who does', async () => {
    await openNext(studio, 'coupon')
    await openNext(studio, 'stepPrice')
    await expect(thumb.getByTestId('stepPrice')).toContainText('1 more and everyone pays ¥399')
    await picture(thumb, 'step')
  })
  await test.step('bought with the coupon: the step is reached for everyone, and the buyer is thanked', async () => {
    await chinese.getByTestId('hold-button').first().click()
    await expect(chinese.getByTestId('card').getByTestId('coupon-line')).toBeVisible()
    await picture(chinese, 'held')
    await payAndReturn(chinese, '439')
    await expect(thumb.getByTestId('stepPrice')).toContainText('Everyone pays ¥399')
    await expect(thumb.getByTestId('card').getByTestId('price')).toContainText('387')
    await expect(chinese.getByTestId('thanks')).toContainText('10%')
    await picture(thumb, 'step-reached')
    await picture(chinese, 'thanks')
    await chinese.getByTestId('thanks-close').click()
  })
  await test.step('testers: a place with one tap, and how to be reached by consent', async () => {
    await openNext(studio, 'testers')
    await thumb.getByTestId('testers-take').click()
    await thumb.getByTestId('testers-contact').fill('kiki@example.org')
    await thumb.getByTestId('testers-consent').check()
    await thumb.getByTestId('testers-send').click()
    await expect(thumb.getByTestId('testers-fine')).toContainText('kiki@example.org')
    await expect(studio.getByTestId('play-by-key')).toHaveCount(0)
    await picture(thumb, 'testers')
    await picture(studio, 'desk')
  })
})

test('the same from a phone: what is kept is opened and closed with a thumb', async ({ people }) => {
  const studio = await people.staff({ options: { viewport: PHONE, hasTouch: true } })
  const thumb = await people.viewer()
  await studio.locator('.phone-tabs button').nth(3).tap()
  await studio.getByTestId('tab-plays').tap()
  await studio.getByTestId('play-next').tap()
  await studio.getByTestId('play-kind-redPacket').tap()
  await fill(studio, { 'redPacket-places': '2', 'redPacket-total': '20', 'redPacket-least': '2' })
  await picture(studio, 'phone-form')
  await studio.getByTestId('redPacket-draft').tap()

  await studio.getByTestId('redPacket-start').tap()
  await thumb.getByTestId('redPacket-open').click()

  await expect(thumb.getByTestId('redPacket-amount')).toBeVisible()
  await expect(studio.locator('.redPacket-row[data-front=true]')).toContainText('1 of 2')
  await picture(studio, 'phone-open')
  await closeNow(studio, 'redPacket')
  await expect(thumb.getByTestId('redPacket')).toHaveAttribute('data-state', 'settled')
})
