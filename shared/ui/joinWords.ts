// What the core and the features say on a page, in one language, as one book.
import { joinDisjoint } from '../contract/joinDisjoint.ts'

/** Throws where two of them have a key in common: the tests of the words see it. */
export function joinWords<Book>(said: readonly object[]): Book {
  // That nothing is missing follows from the types of the words (`Said`), which the list of features joins as this joins their texts.
  return joinDisjoint(said) as Book
}
