// How long a message stays: as long as it takes to read, in every language.
import { expect, it } from 'vitest'
import { readWords } from '../words.ts'
import { staysFor } from './notices.ts'

const SHORT_MS = 6000

it('stays longer the more there is to read, and never for good', () => {
  expect(staysFor('Gone.')).toBe(SHORT_MS)
  expect(staysFor('還在')).toBe(SHORT_MS)
  expect(staysFor('a'.repeat(10_000))).toBeLessThan(20_000)
})

it.each(['en', 'zh-Hans', 'zh-Hant'] as const)(
  'leaves time in %s for what a shop asks beside what was held',
  async (locale) => {
    const { viewer } = await readWords(locale)

    expect(viewer.priceDiffers).toMatch(/{{asked}}.*{{held}}/)
    expect(staysFor(viewer.priceDiffers)).toBeGreaterThan(9000)
    expect(staysFor(viewer.priceDiffers)).toBeLessThan(16_000)
  },
)
