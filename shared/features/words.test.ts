// What features say: complete in every language, of no code that is not theirs, and never two with one key.
import { existsSync, readdirSync } from 'node:fs'
import { expect, expectTypeOf, it } from 'vitest'
import type { FeatureKey, KeyOf } from '../contract/words.ts'
import { joinWords } from '../ui/joinWords.ts'
import type { Said, Words } from './feature.ts'
import * as features from './features.ts'

const folders = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(`${import.meta.dirname}/${name}/words.en.ts`),
)
const read = async (name: string, locale: string): Promise<Words> =>
  import(/* @vite-ignore */ `${import.meta.dirname}/${name}/words.${locale}.ts`)
const codesOf = (feature: object): object => ('refusals' in feature && Object(feature.refusals)) || {}

it('hangs on the list: whoever has words is listed, and says so', () => {
  const saying = Object.entries(features).flatMap(([name, feature]) => ('words' in feature ? [name] : []))

  expect(folders.sort()).toEqual(saying.sort())
  expect(saying).toContain('likes')
})

it.each(Object.entries(features).filter(([name]) => folders.includes(name)))(
  '%s has a sentence for each of its refusals, and for no other',
  async (name, feature) => {
    const { refusals } = await read(name, 'en')

    expect(Object.keys(refusals).sort()).toEqual(Object.keys(codesOf(feature)).sort())
  },
)

type Nothing = Readonly<Record<never, string>>
interface Book {
  readonly refusals: { readonly FULL: string }
  readonly viewer: { readonly one: string }
  readonly overlay: Nothing
  readonly studio: { readonly votes_one: string; readonly votes_other: string }
}
interface Chinese extends Omit<Book, 'studio'> {
  readonly studio: { readonly votes_other: string }
}
const FULL = { FULL: 'final' } as const
const CODES = { FULL: 'final', CLOSED: 'final' } as const

it('does not compile without a sentence for a code, or a text in a language', () => {
  expectTypeOf<Said<typeof FULL, Book, Chinese, Chinese>>().toBeObject()
  // @ts-expect-error: nothing is said of CLOSED
  expectTypeOf<Said<typeof CODES, Book, Chinese, Chinese>>().toBeObject()
  // @ts-expect-error: the counted text is not there in traditional Chinese
  expectTypeOf<Said<typeof FULL, Book, Chinese, Omit<Chinese, 'studio'> & { studio: Nothing }>>().toBeObject()
  expect(CODES).not.toEqual(FULL)
})

type Features = typeof features
type OwnersOf<Key, To extends keyof Words> = {
  [Name in keyof Features]: Key extends KeyOf<Features[Name], To> ? Name : never
}[keyof Features]
type Several<One, All = One> = One extends unknown ? ([All] extends [One] ? never : true) : never
type Twice<To extends keyof Words, Key = FeatureKey<To>> = Key extends unknown
  ? true extends Several<OwnersOf<Key, To>>
    ? Key
    : never
  : never

it('two features with one key do not compile, and are refused at start', () => {
  expectTypeOf<'like'>().toExtend<FeatureKey<'viewer'>>()
  expectTypeOf<Twice<'refusals'>>().toBeNever()
  expectTypeOf<Twice<'viewer'>>().toBeNever()
  expectTypeOf<Twice<'overlay'>>().toBeNever()
  expectTypeOf<Twice<'studio'>>().toBeNever()
  expect(() => joinWords([{ like: 'Like' }, { like: 'Likes' }])).toThrow('like')
})
