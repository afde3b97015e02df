// The stock of the Shopify stand-in: places that deliver what is bought online, and what its APIs and messages make of them.
import type { Fixtures } from './fixtures.ts'

interface Listed {
  readonly data: {
    readonly products: { readonly nodes: readonly { readonly variants: { readonly nodes: object[] } }[] }
  }
}

/** Of the first good; as published, what can be sold online is added up over the places that deliver it. */
export function createShopifyShelves(fixtures: Fixtures) {
  let units: readonly number[] = [12]
  const sum = () => units.reduce((all, one) => all + one, 0)

  function listed(): Listed {
    const { data } = fixtures.exchanges.get('listProducts')?.answer.body as Listed
    const [product] = data.products.nodes
    const [first, ...others] = product?.variants.nodes ?? []
    const nodes = [{ ...first, quantityAvailable: sum(), availableForSale: sum() > 0 }, ...others]
    const variants = { ...product?.variants, nodes }
    return { data: { products: { ...data.products, nodes: [{ ...product, variants }] } } }
  }

  return {
    answerers: {
      readStock: () => ({ data: { productVariant: { sellableOnlineQuantity: sum() } } }),
      listProducts: listed,
    },
    /** From now on there are these, place by place; what the shop posts of it. */
    put(next: readonly number[]) {
      units = next
      const variant = { id: 70881412, admin_graphql_api_id: 'gid://shopify/ProductVariant/70881412', sku: 'hero-152' }
      return { variants: [{ ...variant, inventory_quantity: sum(), price: '199.00' }] }
    },
  }
}
