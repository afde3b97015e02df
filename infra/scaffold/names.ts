// The name of a new feature in the spellings that its files need.

export interface Names {
  /** As folders, commands and slices have it: `groupPrice`. */
  readonly camel: string
  /** As components and types have it: `GroupPrice`. */
  readonly pascal: string
  /** As tables have it: `group_price`. */
  readonly snake: string
  /** As classes of styles have it: `group-price`. */
  readonly kebab: string
  /** As sentences have it: `group price`. */
  readonly words: string
}

const LONGEST = 30
const SHAPE = /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/
/** What no constant of TypeScript and no table can be called. */
const TAKEN_WORDS = new Set(
  'all and as await begin between break case cast catch check class column commit const constraint continue create current cross debugger default delete desc distinct do drop else enum exists export extends false fetch finally foreign for from full function grant group having if import in index inner insert instanceof interface intersect into is join left let like limit natural new not null order package private protected public references return right row select static super switch table then this to throw true try typeof union unique update user using values var view void when where while with yield'.split(
    ' ',
  ),
)

/** Null: it can be no feature's name. */
export function namesOf(camel: string): Names | null {
  if (!SHAPE.test(camel) || camel.length > LONGEST || TAKEN_WORDS.has(camel)) return null
  const parts = camel.split(/(?=[A-Z])/).map((part) => part.toLowerCase())
  return {
    camel,
    pascal: camel.charAt(0).toUpperCase() + camel.slice(1),
    snake: parts.join('_'),
    kebab: parts.join('-'),
    words: parts.join(' '),
  }
}

/** The sample's name, in each spelling, becomes the feature's. */
export function rename(text: string, { camel, pascal, snake, kebab, words }: Names): string {
  const title = words.charAt(0).toUpperCase() + words.slice(1)
  return text
    .replaceAll('sampleThing', camel)
    .replaceAll('SampleThing', pascal)
    .replaceAll('sample_thing', snake)
    .replaceAll('sample-thing', kebab)
    .replaceAll('sample thing', words)
    .replaceAll('Sample thing', title)
}
