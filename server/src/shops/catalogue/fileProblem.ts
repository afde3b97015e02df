// What is said on the command line about a product file that is wrong; the studio says it in its own words.
import type { FileProblem } from '@lantern/shared/contract/productFile.ts'

const SAYS: Readonly<Record<FileProblem['why'], string>> = {
  garbled: 'the file is not UTF-8',
  malformed: 'cannot be read',
  noProduct: 'there is no product',
  noColumn: 'the column is missing',
  empty: 'is empty',
  notAmount: 'must be an amount such as 12.90',
  notWhole: 'must be a whole number',
  tooLarge: 'the file is too large',
}

/** One line, such as `line 2, price: must be an amount such as 12.90, got "free"`. */
export function tellProblem({ line, column, why, got }: FileProblem): string {
  const place = column === null ? `line ${line}` : `line ${line}, ${column}`
  return `${place}: ${SAYS[why]}${got === null ? '' : `, got "${got}"`}`
}
