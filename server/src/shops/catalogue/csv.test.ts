// Files as shops write them, and what is said about those that are wrong.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { tellProblem } from './fileProblem.ts'

const readText = (text: string, currency: string) => readCsv(Buffer.from(text), currency)

test('the short header: quotes, commas, line breaks in cells, a byte order mark', async () => {
  const text =
    '\ufeffproduct,title,variant,sku,price,stock,picture\r\nshirt,"Shirt, ""linen""\nsand",S,SH-S,19.90,4,https://x.test/a.jpg\r\nshirt,,M,SH-M,21,,\r\n'

  const read = await readText(text, 'USD')

  const small = { externalId: null, sku: 'SH-S', title: 'S', priceMinor: 1990, stock: 4 }
  const medium = { externalId: null, sku: 'SH-M', title: 'M', priceMinor: 2100, stock: null }
  const title = 'Shirt, "linen"\nsand'
  const product = { externalId: 'shirt', title, pictureUrl: 'https://x.test/a.jpg', variants: [small, medium] }
  expect(read).toEqual({ ok: true, catalogue: { currency: 'USD', products: [product] } })
})

test('the shop’s own id of a variant, where the file has one', async () => {
  const read = await readText(
    'product,title,sku,price,stock,Variant ID\nmug,Mug,M-1,12,7,gid-41\njug,Jug,J-1,15,2,\n',
    'EUR',
  )

  const ids = read.ok && read.catalogue.products.flatMap(({ variants }) => variants.map(({ externalId }) => externalId))
  expect(ids).toEqual(['gid-41', null])
})

test('Shopify’s export: further rows without a title, rows with a picture alone', async () => {
  const header = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src'
  const rows = ['mug,Mug,Title,Default Title,MUG,7,12.00,https://x.test/1.jpg', 'mug,,,,,,,https://x.test/2.jpg']

  const read = await readText([header, ...rows].join('\n'), 'EUR')

  const variants = [{ externalId: null, sku: 'MUG', title: null, priceMinor: 1200, stock: 7, options: [] }]
  const pictures = ['https://x.test/1.jpg', 'https://x.test/2.jpg'].map((url) => ({ url, alt: null }))
  const mug = { externalId: 'mug', title: 'Mug', pictureUrl: 'https://x.test/1.jpg', options: [], pictures }
  const products = [{ ...mug, variants }]
  expect(read).toEqual({ ok: true, catalogue: { currency: 'EUR', products } })
})

test('prices have the places of ISO 4217, not those that are used in cash', async () => {
  const text =
    'product,title,variant,sku,price,stock,picture\njam,Plum Jam,,JAM-1,1290.00,6,\nhoney,Honey,,HON-1,849.50,9,\n'

  const read = await Promise.all(['RSD', 'HUF', 'IDR', 'COP', 'PKR'].map((currency) => readText(text, currency)))

  const prices = read.map((outcome) =>
    outcome.ok ? outcome.catalogue.products.flatMap(({ variants }) => variants.map((one) => one.priceMinor)) : null,
  )
  expect(prices).toEqual(read.map(() => [129_000, 84_950]))
})

test.each([
  ['', ['line 1: there is no product']],
  ['a,b\n1,2', ['line 1, product (Handle): the column is missing']],
  ['product,title,sku\nx,X,S', ['line 1, price: the column is missing']],
  [
    'product,title,sku,price,stock\nx,X,S,free,1.5',
    ['line 2, price: must be an amount such as 12.90, got "free"', 'line 2, stock: must be a whole number, got "1.5"'],
  ],
  ['product,title,sku,price\n,X,S,1', ['line 2, product: is empty']],
  ['product,title,sku,price\nx,,S,1', ['line 2, title: is empty']],
])('a file that is wrong (%j) is named line by line', async (text, problems) => {
  const read = await readText(text, 'USD')

  expect(read.ok ? [] : read.problems.map(tellProblem)).toEqual(problems)
})

test('broken quotes are a line, not a crash', async () => {
  const read = await readText('product,title,sku,price\nx,"open,S,1\n', 'USD')

  expect(read.ok ? [] : read.problems.map(tellProblem)).toEqual([expect.stringMatching(/^line \d+: cannot be read/)])
})

test.each(['x,X "wide",S,1', 'x,"X" wide,S,1', '"'])('a stray quote in %s is a line as well', async (row) => {
  const read = await readText(`product,title,sku,price\n${row}\n`, 'USD')

  expect(read.ok ? [] : read.problems).toMatchObject([{ why: 'malformed' }])
})

test('a file in another alphabet is refused, not imported garbled', async () => {
  const header = 'product,title,sku,price\nx,'
  const gbk = Buffer.concat([Buffer.from(header), Buffer.from([0xb2, 0xe8]), Buffer.from(',S,1')])
  const latin = Buffer.from(`${header}Caf\xe9,S,1`, 'latin1')

  for (const bytes of [gbk, latin]) {
    const read = await readCsv(bytes, 'USD')
    expect(read.ok ? [] : read.problems).toMatchObject([{ line: 1, why: 'garbled' }])
  }
  expect((await readText(`${header}茶,S,1`, 'USD')).ok).toBe(true)
})

test('a spreadsheet’s “Unicode text” is read, whichever half of a letter comes first, with its mark or without', async () => {
  const text = 'product\ttitle\tsku\tprice\r\ncup\t茶杯\tC-1\t18,00\r\n'
  const little = Buffer.from(text, 'utf16le')
  const marked = Buffer.from(`\ufeff${text}`, 'utf16le')
  const big = Buffer.from(marked).swap16()

  for (const bytes of [little, marked, big, Buffer.from(little).swap16()])
    expect(await productsOf(bytes)).toMatchObject([{ title: '茶杯', variants: [{ sku: 'C-1', priceMinor: 1800 }] }])
  expect(await readCsv(marked.subarray(0, -1), 'USD')).toMatchObject({ ok: false, problems: [{ why: 'garbled' }] })
})

test('a shop that has no skus leaves their column out', async () => {
  const products = await productsOf(Buffer.from('Handle,Title,Option1 Value,Variant Price\na,A,S,1\na,,M,2\n'))

  expect(products[0]?.variants.map(({ sku, title }) => [sku, title])).toEqual([
    ['', 'S'],
    ['', 'M'],
  ])
})

test('a description as long as shops write them does not refuse the file', async () => {
  const body = '<p>handmade, "slowly"</p>\n'.replaceAll('"', '""').repeat(20_000)
  const products = await productsOf(Buffer.from(`product,title,sku,price,body\na,A,A,1,"${body}"\nb,B,B,2,\n`))

  expect(products.map(({ title }) => title)).toEqual(['A', 'B'])
})

test('a large file is read in slices, whatever letter or row a slice ends in, and others have their turn', async () => {
  const rows = Array.from({ length: 8_000 }, (_, i) => `p${i},"茶碗 ""${i}"" 号",,S-${i},12.90,3`)
  const bytes = Buffer.from(['product,title,variant,sku,price,stock', ...rows].join('\n'))
  let turns = 0
  const turn = setInterval(() => (turns += 1), 0)

  const read = await readCsv(bytes, 'USD')
  clearInterval(turn)

  expect(read.ok && read.catalogue.products.length).toBe(8_000)
  expect(read.ok && read.catalogue.products.every(({ title }, i) => title === `茶碗 "${i}" 号`)).toBe(true)
  expect(turns).toBeGreaterThan(1)
})

const fileOf = (name: string) => readFileSync(new URL(`./realFiles/${name}.csv`, import.meta.url))

async function productsOf(bytes: Uint8Array) {
  const read = await readCsv(bytes, 'USD')
  if (!read.ok) throw new Error(read.problems.map(tellProblem).join('; '))
  return read.catalogue.products
}

test('several options are one title', async () => {
  const products = await productsOf(fileOf('04-two-options'))

  const titles = products.map(({ variants }) => variants.map(({ title }) => title))
  expect(titles).toEqual([['Sand / S', 'Sand / M', 'Moss / S']])
})

test('what the shop does not count, or sells on when it has run out, has no stock that binds', async () => {
  const products = await productsOf(fileOf('05-untracked-continue'))
  const counted = await productsOf(
    Buffer.from(
      'URL handle,Title,SKU,Price,Inventory tracker,Inventory quantity,Continue selling when out of stock\na,A,A,1,shopify,-3,deny',
    ),
  )

  expect(products.flatMap(({ variants }) => variants.map(({ stock }) => stock))).toEqual([null, null])
  expect(counted[0]?.variants[0]?.stock).toBe(-3)
})

test.each([
  ['draft', '', 'draft'],
  ['Archived', 'true', 'archived'],
  ['active', 'FALSE', 'unpublished'],
  ['', 'false', 'unpublished'],
  ['active', 'FALSCH', 'unpublished'],
  ['active', 'WAHR', undefined],
  ['Active', 'TRUE', undefined],
  ['', '', undefined],
  ['unlisted', 'true', undefined],
])('a product with the status %j that is published %j is %s, and has nothing that must be mended', async (...told) => {
  const [status, published, withdrawn] = told
  const price = withdrawn === undefined ? '1' : 'free'
  const text = `Handle,Title,Variant SKU,Variant Price,Status,Published\na,A,A,${price},${status},${published}\na,,B,${price},,\n`

  expect((await productsOf(Buffer.from(text)))[0]?.withdrawn).toBe(withdrawn)
})

test('Shopify’s new headings are read like its old ones', async () => {
  const variants = [{ externalId: null, sku: 'CUP-1', title: null, priceMinor: 1800, stock: 6, options: [] }]
  const told = { description: { form: 'html', text: '<p>A cup</p>' }, vendor: 'Kiln', options: [] }

  const products = await productsOf(fileOf('07-new-headings'))

  expect(products).toEqual([{ externalId: 'clay-cup', title: 'Clay Cup', pictureUrl: null, variants, ...told }])
})

describe('a file as a spreadsheet or a hand leaves it', () => {
  const CUP = [{ externalId: 'cup', title: 'Clay Cup', variants: [{ sku: 'CUP-1', title: null, priceMinor: 1800 }] }]

  test.each(['08-header-blanks', '08-header-caps', '08-trailing-empty-rows'])('%s', async (name) => {
    expect(await productsOf(fileOf(name))).toMatchObject(CUP)
  })

  test.each([
    ['semicolons and a comma in the price', 'product;title;sku;price\ncup;Clay Cup;CUP-1;18,00\n'],
    ['tabs', 'product\ttitle\tvariant\tsku\tprice\ncup\tClay Cup\t\tCUP-1\t18.00\n'],
    ['tabs, cells left out at the end', 'product\ttitle\tsku\tprice\tstock\ncup\tClay Cup\tCUP-1\t18\n'],
    ['commas within headings of a file with semicolons', 'product;title;sku;price;"a,b,c"\ncup;Clay Cup;CUP-1;18;x\n'],
    ['rows of blanks between', '\n , , , \nproduct,title,sku,price\n\n,,,\n  \ncup,Clay Cup,CUP-1,18\n , ,\t,\n'],
    ['blanks around quotes', 'product, "title" , sku,price\ncup, "Clay Cup" , CUP-1, 18.00 \n'],
    [
      'capitals, underscores and a mark in front',
      '\ufeffPRODUCT,TITLE,Variant_SKU,VARIANT  PRICE\ncup,Clay Cup,CUP-1,18\n',
    ],
    ['a line that tells the delimiter', 'sep=;\r\nproduct;title;sku;price\r\ncup;Clay Cup;CUP-1;18,00\r\n'],
    ['line ends of several hands', 'product,title,sku,price\r\ncup,Clay Cup,CUP-1,18\n,,,\r'],
    ['the currency beside the price', 'product;title;sku;price\ncup;Clay Cup;CUP-1;"18,00 $"\n'],
    [
      'full width and what cannot be seen in headings',
      '\u200bproduct\u00a0,ｔｉｔｌｅ,sku\u200b,Ｐrice\ncup,Clay Cup,CUP-1,１８\n',
    ],
    ['another order of columns', 'price,sku,title,product\n18,CUP-1,Clay Cup,cup\n'],
    ['Windows line ends and empty cells beyond', 'product,title,sku,price\r\ncup,Clay Cup,CUP-1,18,,\r\n,,,,,\r\n'],
  ])('%s', async (_what, text) => {
    expect(await productsOf(Buffer.from(text))).toMatchObject(CUP)
  })

  test('more cells than headings are named, not read into the wrong columns', async () => {
    const read = await readText('product,title,sku,price\ncup,Clay, Cup,CUP-1,18\n', 'USD')

    expect(read.ok ? [] : read.problems).toContainEqual(expect.objectContaining({ line: 2, why: 'malformed' }))
  })
})

test('what a sheet tells, as Shopify’s export has it: names of options in the first row, pictures by their place', async () => {
  const header =
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price,Image Src,Image Position,Image Alt Text'
  const rows = [
    'tee,Tee,"<p>Soft, <b>washed</b></p>",Weavers,Shirts,"linen, summer",Size,S,Colour,Sand,12.00,https://x.test/2.jpg,2,Back',
    'tee,,,,,,,M,,Moss,12.00,https://x.test/1.jpg,1,Front',
    'tee,,,,,,,,,,,https://x.test/3.jpg,,',
  ]

  const read = await readText([header, ...rows].join('\n'), 'EUR')

  expect(read.ok && read.catalogue.products).toMatchObject([
    {
      pictureUrl: 'https://x.test/1.jpg',
      options: [{ name: 'Size' }, { name: 'Colour' }],
      pictures: [
        { url: 'https://x.test/1.jpg', alt: 'Front' },
        { url: 'https://x.test/2.jpg', alt: 'Back' },
        { url: 'https://x.test/3.jpg', alt: null },
      ],
      description: { form: 'html', text: '<p>Soft, <b>washed</b></p>' },
      vendor: 'Weavers',
      type: 'Shirts',
      tags: ['linen', ' summer'],
      variants: [
        {
          options: [
            { name: 'Size', value: 'S' },
            { name: 'Colour', value: 'Sand' },
          ],
        },
        {
          options: [
            { name: 'Size', value: 'M' },
            { name: 'Colour', value: 'Moss' },
          ],
        },
      ],
    },
  ])
})

test('the same in a short header, by hand: plain text stays plain, an empty column takes away, a missing one says nothing', async () => {
  const read = await readText(
    'product,title,price,description,sizes,tags\ncup,Cup,9,4 < 5 cups,"S 10 cm\nM 12 cm",\n',
    'USD',
  )

  const [cup] = read.ok ? read.catalogue.products : []
  expect(cup).toMatchObject({
    description: { form: 'plain', text: '4 < 5 cups' },
    sizes: { form: 'plain', text: 'S 10 cm\nM 12 cm' },
    tags: [''],
  })
  expect(Object.keys(cup ?? {})).not.toContain('vendor')
})
