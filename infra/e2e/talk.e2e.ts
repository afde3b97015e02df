// Talking in a real browser: what viewers and staff see of a comment that is hidden, held, answered, pinned, reported; and hearts.
import type { Page } from '@playwright/test'
import { findings } from './findings.ts'
import { goLiveCameraOff, PHONE, type People } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'talk' })

const bubble = (page: Page, text: string) =>
  page.getByTestId('comments').getByRole('listitem').filter({ hasText: text })
const row = (studio: Page, text: string) => studio.getByTestId('desk-comments').locator('article', { hasText: text })

async function write(phone: Page, text: string): Promise<void> {
  await phone.getByTestId('comment-input').fill(text)
  await phone.getByTestId('comment-input').press('Enter')
}

async function open(people: People) {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  const [author, other] = [await people.viewer(), await people.viewer()]
  await expect(other.getByTestId('comment-input')).toBeEnabled()
  return { studio, author, other }
}

async function setRule(studio: Page, testId: string): Promise<void> {
  await studio.getByTestId('talk-rules').click()
  await studio.getByTestId(testId).click()
  await studio.keyboard.press('Escape')
}

test('a comment is hidden with one tap, and the undo brings it back', async ({ people }) => {
  const { studio, author, other } = await open(people)
  await write(author, 'something rude')
  await expect(bubble(other, 'something rude')).toBeVisible()

  await row(studio, 'something rude').getByTestId('act-hide').click()

  await expect(bubble(other, 'something rude')).toHaveCount(0)
  await expect(bubble(author, 'nobody else sees it')).toBeVisible()
  await studio.getByTestId('undo').click()
  await expect(bubble(other, 'something rude')).toBeVisible()
  await expect(bubble(author, 'nobody else sees it')).toHaveCount(0)
})

test('staff look first, answer with a link, and pin', async ({ people }) => {
  const { studio, author, other } = await open(people)
  await setRule(studio, 'review')
  await write(author, 'see https://evil.test for more')

  await expect(bubble(author, 'The shop looks at it first')).toBeVisible()
  await studio.getByTestId('talk-held').click()
  expect(await findings(studio)).toEqual([])
  await row(studio, 'evil.test').getByTestId('act-approve').click()
  await expect(bubble(other, 'evil.test')).toBeVisible()
  await expect(bubble(other, 'evil.test').getByRole('link')).toHaveCount(0)

  await studio.getByTestId('talk-all').click()
  await row(studio, 'evil.test').getByTestId('act-reply').click()
  await studio.getByTestId('reply-input').fill('Ours: https://shop.test/sizes')
  await studio.getByTestId('reply-send').click()
  const link = bubble(other, 'Ours:').getByRole('link')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(bubble(other, 'Ours:')).toContainText('see https://evil.test')

  await row(studio, 'Ours:').getByTestId('act-pin').click()
  await expect(other.getByTestId('pinned-comment')).toContainText('Ours:')
  await setRule(studio, 'review')
})

test('viewers report, staff mute and ban, and the composer says what is so', async ({ people }) => {
  const { studio, author, other } = await open(people)
  await write(author, 'buy it elsewhere')
  await bubble(other, 'buy it elsewhere').getByRole('button').click()
  await expect(other.getByTestId('report-comment')).toBeVisible()
  expect(await findings(other)).toEqual([])
  await other.getByTestId('report-comment').click()

  await studio.getByTestId('talk-reported').click()
  const reported = row(studio, 'buy it elsewhere')
  await reported.getByTestId('author').click()
  await expect(studio.getByTestId('author-menu')).toBeVisible()
  expect(await findings(studio)).toEqual([])
  await reported.getByTestId('mute-10').click()
  await write(author, 'again')
  await expect(author.getByTestId('comment-input')).toHaveAttribute('placeholder', /paused for you/)

  await studio.getByTestId('undo').click()
  await expect(studio.getByTestId('undo-line')).toContainText('May write again')
  await setRule(studio, 'muted-all')
  await expect(other.getByTestId('comment-input')).toBeDisabled()
  await setRule(studio, 'muted-all')
  await expect(other.getByTestId('comment-input')).toBeEnabled()
})

test('slow mode counts down in the field', async ({ people }) => {
  const { studio, author, other } = await open(people)
  await setRule(studio, 'slow-5000')
  await expect(studio.getByTestId('talk-rules')).toHaveAccessibleName(/rules are on/)

  await write(author, 'first of two')
  await expect(bubble(other, 'first of two')).toBeVisible()
  await expect(author.getByTestId('comment-input')).toHaveAttribute('placeholder', /Next comment in/)
  await expect(author.getByTestId('comment-input')).toHaveAttribute('placeholder', /Say something/i)
  await write(author, 'second of two')

  await expect(bubble(other, 'second of two')).toBeVisible()
  await setRule(studio, 'slow-0')
})

test('the word lists are edited on the desk and hold at once', async ({ people }) => {
  const { studio, author, other } = await open(people)
  await studio.getByTestId('talk-rules').click()
  await studio.getByTestId('words-open').click()
  await expect(studio.getByTestId('words-text')).toBeVisible()
  await studio.getByTestId('words-shop').click()
  await studio.getByTestId('words-text').fill('brandx')
  await studio.getByTestId('treatment-refuse').click()
  await studio.getByTestId('words-save').click()
  await expect(studio.getByTestId('words-news')).toHaveText(/Saved/)
  expect(await findings(studio)).toEqual([])

  await write(author, 'b.r.a.n.d.x is cheaper')

  await expect(author.getByTestId('notice')).toContainText('not wanted here')
  await expect(author.getByTestId('comment-input')).toHaveValue('b.r.a.n.d.x is cheaper')
  await expect(bubble(other, 'cheaper')).toHaveCount(0)
})

test('hearts rise for a tap and count for everyone; with reduced motion only the count moves', async ({ people }) => {
  const { author: still, other } = await open(people)
  const author = await people.viewer({ options: { reducedMotion: 'no-preference' } })
  await expect(still.getByTestId('like')).toBeVisible()
  const before = Number(await other.getByTestId('like').getAttribute('data-count'))

  await author.getByTestId('like').click({ clickCount: 3 })

  await expect(author.getByTestId('hearts').locator('svg').first()).toBeAttached()
  for (const page of [author, other, still]) {
    await expect(page.getByTestId('like')).toHaveAttribute('data-count', String(before + 3))
  }
  await expect(still.getByTestId('hearts').locator('svg')).toHaveCount(0)
  expect(await findings(author)).toEqual([])
})

test('on a phone the desk opens its comments at the newest', async ({ people }) => {
  const { author, other } = await open(people)
  const studio = await people.staff({ options: { viewport: PHONE } })
  await expect(studio.getByTestId('pane-comments')).toBeVisible()
  const long = Array.from({ length: 60 }, (_, at) => `word ${at}`).join(' ')
  for (const page of [author, other]) {
    await write(page, long)
    await expect(bubble(author, long)).toHaveCount(page === author ? 1 : 2)
  }
  await write(author, 'the last one of all')
  const list = studio.getByTestId('desk-comments')
  await expect(list).toContainText('the last one of all')

  // Read in the frame in which it opens: whatever the room says next would bring the list to its end as well.
  const scrolled = await studio.getByTestId('pane-comments').evaluate(async (tab: HTMLElement) => {
    tab.click()
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    const opened = document.querySelector('[data-testid=desk-comments]')
    return opened && { passed: opened.scrollTop, all: opened.scrollHeight - opened.clientHeight }
  })

  expect(scrolled?.all, 'more than fits').toBeGreaterThan(100)
  expect(scrolled?.passed).toBeGreaterThan((scrolled?.all ?? 0) - 2)
  await expect(row(studio, 'the last one of all')).toBeInViewport({ ratio: 0.9 })
})

test('the pages of an erased viewer load once and are somebody new, on every device', async ({ people }) => {
  const { studio, author, other } = await open(people)
  await write(author, 'my street is Elm Street')
  await expect(bubble(other, 'Elm Street')).toBeVisible()
  const second = await author.context().newPage()
  await second.goto(author.url())
  await expect(second.getByTestId('comment-input')).toBeEnabled()
  const idOf = async () => (await author.context().cookies()).find(({ name }) => name === 'lantern_viewer')?.value
  const before = await idOf()

  await row(studio, 'Elm Street').getByTestId('author').click()
  await studio.getByTestId('erase').click()
  await studio.getByTestId('confirm').click()

  await expect.poll(idOf).not.toBe(before)
  for (const page of [author, second]) {
    await expect(page.getByTestId('refused')).toHaveCount(0)
    await write(page, 'hello, I am new')
  }
  await expect(bubble(other, 'hello, I am new')).toHaveCount(2)
  await expect(bubble(other, 'Elm Street')).toHaveCount(0)
})
