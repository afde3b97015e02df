// Comment to buy: staff switch it on, a comment is held and answered privately, staff try rules and catch what was missed.
import type { Page } from '@playwright/test'
import { goLiveCameraOff } from './people.ts'
import { expect, test } from './test.ts'

const LAMP = 'brass-lamp'

test.use({ worldOf: 'buying' })
test.describe.configure({ mode: 'serial' })

async function say(phone: Page, text: string): Promise<void> {
  await phone.getByTestId('comment-input').fill(text)
  await phone.getByTestId('comment-input').press('Enter')
  await expect(phone.getByTestId('comments')).toContainText(text)
}

/** What the phone's card says to comment: `Comment I1 to hold`. */
async function keywordOn(phone: Page): Promise<string> {
  const words = await phone.getByTestId('comment-to-hold').innerText()
  return /Comment (\S+) to hold/.exec(words)?.[1] ?? ''
}

const rowOf = (studio: Page, text: string) =>
  studio.getByTestId('desk-comments').getByRole('article').filter({ hasText: text })

test('a comment holds what it names for its author alone, who goes on to the checkout', async ({ people, world }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${LAMP}`).click()
  const [panda, kiki] = [await people.viewer(), await people.viewer()]
  for (const phone of [panda, kiki]) await expect(phone.getByTestId('card')).toContainText(/lamp/i)
  let keyword = ''

  await test.step('before it is switched on nothing is said of it', async () => {
    await expect(panda.getByTestId('comment-to-hold')).toHaveCount(0)
    await expect(studio.getByTestId('buying-state')).toContainText('off')
  })
  await test.step('staff switch it on, and every card says what to comment', async () => {
    await studio.getByTestId('buying-open').click()
    await studio.getByTestId('buying-switch').click()
    await expect(studio.getByTestId('buying-switch')).toHaveText('Switch it off')
    await expect(panda.getByTestId('comment-to-hold')).toBeVisible()
    keyword = await keywordOn(panda)
    expect(keyword).toMatch(/^[A-Z]1$/)
    await studio.getByTestId('buying-close').click()
    await expect(studio.getByTestId('buying-state')).toContainText('on')
  })
  await test.step('panda comments it: held, told to panda alone', async () => {
    await say(panda, `${keyword}+1 please`)
    await expect(panda.getByTestId('answer')).toContainText('is held for you')
    await expect(panda.getByTestId('checkout-link').first()).toBeVisible()
    await expect(kiki.getByTestId('comments')).toContainText(`${keyword}+1 please`)
    await expect(kiki.getByTestId('answer')).toHaveCount(0)
    await expect(rowOf(studio, `${keyword}+1 please`)).toContainText('1 held')
  })
  await test.step('once more is the same wish, and -1 lets it go', async () => {
    await say(panda, `${keyword} !`)
    await expect(panda.getByTestId('answer').last()).toContainText('already held')
    await say(panda, `${keyword}-1`)
    await expect(panda.getByTestId('answer').last()).toContainText('Let go')
    await expect(panda.getByTestId('hold-button')).toBeVisible()
  })
  await test.step('staff make kiki’s missed comment a hold with one tap', async () => {
    await say(kiki, 'me me me')
    const row = rowOf(studio, 'me me me')
    await row.hover()
    await row.getByRole('button', { name: /Hold it for/ }).click()
    await expect(row).toContainText('Held')
    await expect(kiki.getByTestId('checkout-link').first()).toBeVisible()
  })
  await test.step('panda holds it again and follows the link in the answer', async () => {
    await say(panda, 'plus +1')
    const answer = panda.getByTestId('answer').last()
    await expect(answer).toContainText('is held for you')
    await answer.getByTestId('answer-checkout').click()
    await panda.waitForURL((url) => url.origin === new URL(world.shopUrl).origin)
  })
})

test('staff try rules on what was said before they use them, and change a keyword while live', async ({ people }) => {
  const studio = await people.staff()
  const phone = await people.viewer()
  const keyword = await keywordOn(phone)
  await studio.getByTestId('buying-open').click()

  await test.step('the dry run says of each comment what it would do', async () => {
    await studio.getByTestId('buying-try').click()
    await expect(studio.getByTestId('tried').filter({ hasText: 'please' })).toContainText(`holds ${keyword}`)
    await studio.getByTestId('buying-only').click()
    await studio.getByTestId('buying-try').click()
    await expect(studio.getByTestId('tried').filter({ hasText: 'please' })).toContainText('other words')
    await expect(studio.getByTestId('buying-tried')).toContainText('Nothing was held')
  })
  await test.step('rules count once they are used', async () => {
    await studio.getByTestId('buying-number').check()
    await studio.getByTestId('buying-use').click()
    await expect(phone.getByTestId('comment-to-hold')).toContainText(`${keyword}+1`)
  })
  await test.step('a keyword is changed in place; one that is taken is refused', async () => {
    const field = studio.getByLabel(/^Keyword of .*lamp/i)
    await field.fill('Lamp')
    await field.press('Enter')
    await expect(phone.getByTestId('comment-to-hold')).toContainText('Lamp+1')
    await field.fill('a1')
    await field.press('Enter')
    await expect(studio.getByText('is taken by another product')).toBeVisible()
    await expect(field).toHaveValue('Lamp')
  })
})
