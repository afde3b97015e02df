// The keys of what features say, as the list of features has them.
import type { EnglishIn, Words } from '../features/feature.ts'
import type * as features from '../features/features.ts'

type Features = typeof features

/** The keys of what one feature says on a page. */
export type KeyOf<Feature, To extends keyof Words> = Feature extends { readonly words: infer Said }
  ? To extends keyof EnglishIn<Said>
    ? keyof EnglishIn<Said>[To] & string
    : never
  : never

export type FeatureKey<To extends keyof Words> = { [Name in keyof Features]: KeyOf<Features[Name], To> }[keyof Features]
