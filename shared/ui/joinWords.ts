// What the core and the features say on a page, in one language, as one book.
import { joinDisjoint } from '../contract/joinDisjoint.ts'

/** Throws where two of them have a key in common: the tests of the words see it. */
export function joinWords<Book>(core: readonly object[], features: readonly Readonly<Record<string, object>>[]): Book {
  // That nothing is missing follows from the types of the words (`Said`), which the list of features joins as this joins their texts.
  return joinDisjoint([...core, ...features.flatMap((each) => Object.values(each))]) as Book
}
