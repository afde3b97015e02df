// The form of the words that keep a comment from being an order: per language, as patterns over a text in the keywords' form.

export interface Doubts {
  /** They mean no harm where they stand together: "no rush" is no no. Looked for first, and taken out. */
  readonly harmless: readonly string[]
  /** No order is made beside them, wherever they stand in the comment. */
  readonly takenBack: readonly string[]
  readonly question: readonly string[]
  readonly negated: readonly string[]
  readonly remark: readonly string[]
}

/** Stands in a pattern for a keyword and its number; nobody can type it. */
export const ITEM = '\uE000'
/** For a number that stood among the words, and was read. */
export const NUMBER_READ = '\uE001'
