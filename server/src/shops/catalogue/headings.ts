// Which column of a product file is which: Shopify's old and new headings and a short set of ours, however spaced or capitalised.

/** In the order in which they count, where a file has several of one. */
const NAMES = {
  /** Rows with the same one are variants of one product. */
  product: ['product', 'Handle', 'URL handle'],
  title: ['title'],
  variant: ['variant'],
  /** The shop's own id of what is bought. */
  id: ['variant id'],
  name1: ['Option1 Name'],
  name2: ['Option2 Name'],
  name3: ['Option3 Name'],
  option1: ['Option1 Value'],
  option2: ['Option2 Value'],
  option3: ['Option3 Value'],
  sku: ['sku', 'Variant SKU'],
  price: ['price', 'Variant Price'],
  stock: ['stock', 'Variant Inventory Qty', 'Inventory quantity'],
  tracker: ['Variant Inventory Tracker', 'Inventory tracker'],
  policy: ['Variant Inventory Policy', 'Continue selling when out of stock'],
  status: ['Status'],
  published: ['Published', 'Published on online store'],
  page: ['url', 'Product URL'],
  picture: ['picture', 'Image Src', 'Product image URL'],
  alt: ['picture alt', 'Image Alt Text', 'Image alt text'],
  place: ['picture position', 'Image Position', 'Image position'],
  description: ['description', 'Body (HTML)', 'Body HTML'],
  sizes: ['sizes', 'Size chart'],
  tags: ['tags'],
  vendor: ['vendor'],
  type: ['type', 'Product type'],
} as const

export type Field = keyof typeof NAMES

export interface Column {
  /** As the file calls it. */
  readonly name: string
  readonly place: number
}

export type Columns = Readonly<Partial<Record<Field, Column>>>

const fold = (heading: string) =>
  heading
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase()

const FIELDS = Object.keys(NAMES) as readonly Field[]

export function readHeadings(cells: readonly string[]): Columns {
  const folded = cells.map(fold)
  const found = FIELDS.flatMap((field) => {
    const place = NAMES[field].map((name) => folded.indexOf(fold(name))).find((at) => at >= 0)
    return place === undefined
      ? []
      : [[field, { name: (cells[place] ?? '').replace(/\p{Cf}/gu, '').trim(), place }] as const]
  })
  return Object.fromEntries(found)
}

const NEEDED = ['product', 'title', 'price'] as const

/** The first heading that a file cannot do without and has not, as it may be written; null: it has them all. */
export function missingHeading(columns: Columns): string | null {
  const field = NEEDED.find((needed) => columns[needed] === undefined)
  if (field === undefined) return null
  return field === 'product' ? `${NAMES.product[0]} (${NAMES.product[1]})` : NAMES[field][0]
}
