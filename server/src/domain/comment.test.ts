// Who may write, when, and who sees it.
import { describe, expect, it } from 'vitest'
import { type Author, decidePost, judge, OPEN_RULES } from './comment.ts'

const MINUTE = 60_000
const NOW = 1_000 * MINUTE
const nobody: Author = { mutedUntil: null, ban: null, firstSeenAt: null, lastPostAt: null, hasBought: false }
const post = (rules: object, author: Partial<Author> = {}, words: 'clean' | 'review' | 'refuse' = 'clean') =>
  decidePost({ ...OPEN_RULES, ...rules }, { ...nobody, ...author }, { words, now: NOW })

describe('a comment', () => {
  it.each<[string, Parameters<typeof post>, object]>([
    ['is shown where nothing forbids it', [{}], { value: 'shown' }],
    ['waits where staff look first', [{ review: true }], { value: 'held' }],
    ['waits with a word to be looked at', [{}, {}, 'review'], { value: 'held' }],
    ['is refused with a word that is', [{}, {}, 'refuse'], { code: 'WORD_BLOCKED' }],
    ['is refused while only staff may write', [{ mutedAll: true }], { code: 'COMMENTS_OFF' }],
    ['is refused to the banned', [{}, { ban: 'open' }], { code: 'BANNED' }],
    ['of the silently banned is seen by its author alone', [{ review: true }, { ban: 'silent' }], { value: 'silent' }],
    ['of the muted is refused with the rest', [{}, { mutedUntil: NOW + 5 }], { code: 'MUTED', retryAfterMs: 5 }],
    ['of who was muted is taken again', [{}, { mutedUntil: NOW }], { value: 'shown' }],
    ['is for buyers where staff say so', [{ buyersOnly: true }], { code: 'BUYERS_ONLY' }],
    ['of a buyer is taken there', [{ buyersOnly: true }, { hasBought: true }], { value: 'shown' }],
  ])('%s', (_name, given, decision) => {
    expect(post(...given)).toMatchObject(decision)
  })

  it('is taken from the very end of the minutes to watch on, counted from the first visit', () => {
    const rules = { watchMs: 2 * MINUTE }

    expect(post(rules, { firstSeenAt: NOW - MINUTE })).toMatchObject({
      code: 'WATCH_FIRST',
      retryAfterMs: MINUTE,
      detail: { minutes: 2 },
    })
    expect(post(rules)).toMatchObject({ code: 'WATCH_FIRST', retryAfterMs: 2 * MINUTE })
    expect(post(rules, { firstSeenAt: NOW - 2 * MINUTE })).toMatchObject({ value: 'shown' })
  })

  it('is taken once in a pause', () => {
    const rules = { slowMs: 30_000 }

    expect(post(rules, { lastPostAt: NOW - 29_999 })).toMatchObject({ code: 'SLOW_DOWN', retryAfterMs: 1 })
    expect(post(rules, { lastPostAt: NOW - 30_000 })).toMatchObject({ value: 'shown' })
    expect(post(rules)).toMatchObject({ value: 'shown' })
  })

  it('of the silently banned meets the refusals of everybody, so that nothing tells', () => {
    const banned = { ban: 'silent' as const, lastPostAt: NOW }

    expect(post({ mutedAll: true }, banned)).toMatchObject({ code: 'COMMENTS_OFF' })
    expect(post({ slowMs: 1000 }, banned)).toMatchObject({ code: 'SLOW_DOWN' })
    expect(post({}, banned, 'refuse')).toMatchObject({ code: 'WORD_BLOCKED' })
  })
})

describe('a verdict', () => {
  it.each([
    ['shown', 'hide', 'hidden'],
    ['held', 'hide', 'hidden'],
    ['silent', 'hide', 'silent'],
    ['hidden', 'hide', 'hidden'],
    ['hidden', 'show', 'shown'],
    ['shown', 'show', 'shown'],
    ['held', 'show', 'held'],
    ['held', 'approve', 'shown'],
    ['hidden', 'approve', 'hidden'],
    ['silent', 'approve', 'shown'],
    ['erased', 'show', null],
    ['erased', 'hide', null],
  ] as const)('on a comment that is %s: %s leads to %s', (state, verdict, next) => {
    expect(judge({ state, before: null }, verdict)).toBe(next)
  })

  it('that is undone puts a comment back where it was', () => {
    expect(judge({ state: 'hidden', before: 'held' }, 'show')).toBe('held')
  })
})
