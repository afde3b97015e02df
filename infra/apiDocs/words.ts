// What a comment of the contract says, as the descriptions take it.

/** Nothing where there is nothing to say. */
export function wordsOf(comment: string): { readonly description?: string } {
  return comment === '' ? {} : { description: comment }
}
