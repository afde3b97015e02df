// The goods of the design review: products with their offers, one with an absurdly long name.
import type { Offer, Product } from '@lantern/shared/contract/things.ts'
import { Offer as OfferSchema, Product as ProductSchema } from '@lantern/shared/contract/things.ts'

type Line = readonly [slug: string, en: string, hans: string, hant: string, price: number, sizes?: readonly string[]]

const LINES: readonly Line[] = [
  [
    'linen-shirt',
    'Washed linen shirt, sand',
    '水洗亚麻衬衫 · 沙色',
    '水洗亞麻襯衫・沙色',
    19_900,
    ['S', 'M', 'L', 'XL'],
  ],
  ['bamboo-basket', 'Bamboo basket', '手编竹篮', '手編竹籃', 5_900],
  ['stoneware-mug', 'Stoneware mug', '粗陶马克杯', '粗陶馬克杯', 3_800],
  ['wool-throw', 'Wool throw', '羊毛盖毯', '羊毛蓋毯', 26_800, ['Oat', 'Moss']],
  ['brass-lamp', 'Brass lamp', '黄铜台灯', '黃銅檯燈', 45_900],
  ['osmanthus-tea', 'Osmanthus tea', '桂花乌龙', '桂花烏龍', 6_850],
  ['chilli-oil', 'Chilli oil, 240 g', '手工辣椒油 240 克', '手工辣油 240 克', 2_900],
  ['hand-cream-trio', 'Hand cream trio', '护手霜三件套', '護手霜三件組', 8_800],
]

const LONG =
  'Washed European flax linen shirt with mother-of-pearl buttons, dropped shoulders and a very long, very thorough name'

export function products(long: boolean): Product[] {
  return LINES.map(([slug, en, hans, hant, , sizes], at) =>
    ProductSchema.parse({
      id: slug,
      number: at + 1,
      title: { en: long && at === 0 ? LONG : en, 'zh-Hans': hans, 'zh-Hant': hant },
      picture: `/pictures/${slug}.svg`,
      variants: (sizes ?? ['one']).map((size) => ({ id: `${slug}-${size}`, sku: size, title: { en: size } })),
    }),
  )
}

export function offers(): Offer[] {
  return LINES.flatMap(([slug, , , , price, sizes], at) =>
    (sizes ?? ['one']).map((size, place) =>
      OfferSchema.parse({
        id: `o-${slug}-${size}`,
        productId: slug,
        variantId: `${slug}-${size}`,
        priceMinor: price,
        shopPriceMinor: at % 3 === 1 ? price + 2_000 : price,
        currency: 'CNY',
        allotted: 20,
        free: at === 4 ? 0 : place === 3 ? 0 : 12 - at,
        taken: at === 4 ? 20 : 8 + at,
        paid: at === 4 ? 18 : 3,
        perViewer: 2,
        policy: 'lock_on_hold',
        holdMs: 600_000,
        waiting: 0,
        lapsed: 0,
        version: 1,
      }),
    ),
  )
}
