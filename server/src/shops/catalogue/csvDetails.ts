// What the columns of a product file tell beside name and price; a column that a file does not have says nothing.
import type { OptionValue, ShopDetails, ShopText } from './catalogue.ts'
import type { Columns, Field } from './headings.ts'

export type Cell = (field: Field) => string

const OPTIONS = [
  ['name1', 'option1'],
  ['name2', 'option2'],
  ['name3', 'option3'],
] as const

const DEFAULT = 'Default Title'

/** Shopify writes the names in the first row of a product only: `first` finds them. */
export function optionsOf(cell: Cell, first: Cell): OptionValue[] {
  return OPTIONS.flatMap(([named, valued]) => {
    const [name, value] = [first(named), cell(valued)]
    return name === '' || value === '' || value === DEFAULT ? [] : [{ name, value }]
  })
}

export const namesOptions = (columns: Columns) => OPTIONS.some(([named]) => columns[named] !== undefined)

/** Shopify's export has HTML in it under either heading; a file written by hand has none. */
const textOf = (text: string): ShopText => ({ form: /<\/?[a-z][^<>]*>|&[a-z]+;/i.test(text) ? 'html' : 'plain', text })

function picturesOf(rows: readonly Cell[]) {
  const all = rows.flatMap((cell) => {
    const url = cell('picture')
    const place = Number.parseInt(cell('place'), 10)
    return url === '' ? [] : [{ url, alt: cell('alt') || null, place: Number.isNaN(place) ? Infinity : place }]
  })
  // Rows without a place stay in their order behind those that have one.
  const placed = all.toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place))
  return placed.map(({ url, alt }) => ({ url, alt }))
}

/** `rows`: all of one product; `first`: the first filled cell of a column. */
export function detailsOf(rows: readonly Cell[], first: Cell, columns: Columns): ShopDetails {
  const pictures = picturesOf(rows)
  const names = OPTIONS.flatMap(([named, valued]) => (first(valued) === DEFAULT ? [] : first(named)))
  return {
    ...(namesOptions(columns) && {
      options: names.filter((name) => name !== '').map((name) => ({ name, values: [] })),
    }),
    ...((pictures.length > 1 || columns.alt !== undefined) && { pictures }),
    ...(columns.description !== undefined && { description: textOf(first('description')) }),
    ...(columns.sizes !== undefined && { sizes: textOf(first('sizes')) }),
    ...(columns.tags !== undefined && { tags: first('tags').split(',') }),
    ...(columns.vendor !== undefined && { vendor: first('vendor') }),
    ...(columns.type !== undefined && { type: first('type') }),
  }
}
