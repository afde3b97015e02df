// The shape of a book of words, for tests that compare languages.

export type Book = Readonly<Record<string, string>>

/** What each text asks to be filled in, in no order; a singular, which only English has, is left out. */
export function shapeOf(book: Book): Readonly<Record<string, readonly string[]>> {
  const asks = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[0]).sort()
  const counted = Object.entries(book).filter(([key]) => !key.endsWith('_one'))
  return Object.fromEntries(counted.map(([key, text]) => [key, asks(text)]))
}

export function blanksIn(book: Book): string[] {
  return Object.keys(book).filter((key) => book[key]?.trim() === '')
}
