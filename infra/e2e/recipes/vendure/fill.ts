// Fills a fresh Vendure through its own Admin API: euros with VAT inside, a way to send and one to pay, goods with stock.
import * as z from 'zod'
import type { Person } from './ask.ts'
import { OWNER } from './install.ts'

const Id = z.object({ id: z.string() })
const Ids = z.array(Id)
const WORDS = (name: string) => [{ languageCode: 'en', name, slug: name.toLowerCase(), description: '' }]

export interface Good {
  readonly sku: string
  readonly price: number
  readonly units: number
}

async function setUpChannel(owner: Person): Promise<void> {
  const country = await owner.ask(
    'mutation($input: CreateCountryInput!) { createCountry(input: $input) { id } }',
    { input: { code: 'DE', enabled: true, translations: [{ languageCode: 'en', name: 'Germany' }] } },
    Id,
  )
  const zone = await owner.ask(
    'mutation($input: CreateZoneInput!) { createZone(input: $input) { id } }',
    { input: { name: 'Europe', memberIds: [country.id] } },
    Id,
  )
  const category = await owner.ask(
    'mutation($input: CreateTaxCategoryInput!) { createTaxCategory(input: $input) { id } }',
    { input: { name: 'Standard', isDefault: true } },
    Id,
  )
  await owner.ask(
    'mutation($input: CreateTaxRateInput!) { createTaxRate(input: $input) { id } }',
    { input: { name: 'VAT', enabled: true, value: 19, categoryId: category.id, zoneId: zone.id } },
    Id,
  )
  const channel = await owner.ask('{ activeChannel { id } }', {}, Id)
  const input = {
    id: channel.id,
    pricesIncludeTax: true,
    availableCurrencyCodes: ['EUR'],
    defaultCurrencyCode: 'EUR',
    defaultTaxZoneId: zone.id,
    defaultShippingZoneId: zone.id,
  }
  const query = 'mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { ... on Channel { id } } }'
  await owner.ask(query, { input }, Id)
}

async function setUpCheckout(owner: Person): Promise<void> {
  const shipping = {
    code: 'parcel',
    fulfillmentHandler: 'manual-fulfillment',
    checker: { code: 'default-shipping-eligibility-checker', arguments: [{ name: 'orderMinimum', value: '0' }] },
    calculator: {
      code: 'default-shipping-calculator',
      arguments: [
        { name: 'rate', value: '500' },
        { name: 'includesTax', value: 'include' },
        { name: 'taxRate', value: '19' },
      ],
    },
    translations: [{ languageCode: 'en', name: 'Parcel', description: '' }],
  }
  const byParcel = 'mutation($input: CreateShippingMethodInput!) { createShippingMethod(input: $input) { id } }'
  await owner.ask(byParcel, { input: shipping }, Id)
  const payment = {
    code: 'card',
    enabled: true,
    handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] },
    translations: [{ languageCode: 'en', name: 'Card', description: '' }],
  }
  const byCard = 'mutation($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { id } }'
  await owner.ask(byCard, { input: payment }, Id)
}

async function addGood(owner: Person, { sku, price, units }: Good): Promise<void> {
  const product = await owner.ask(
    'mutation($input: CreateProductInput!) { createProduct(input: $input) { id } }',
    { input: { enabled: true, translations: WORDS(sku) } },
    Id,
  )
  const variant = {
    productId: product.id,
    sku,
    price,
    stockOnHand: units,
    trackInventory: 'TRUE',
    translations: [{ languageCode: 'en', name: sku }],
  }
  await owner.ask(
    'mutation($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }',
    { input: [variant] },
    Ids,
  )
}

/** Logs the owner in and leaves a shop that sells. */
export async function fillShop(owner: Person, goods: readonly Good[]): Promise<void> {
  const login = 'mutation($u: String!, $p: String!) { login(username: $u, password: $p) { ... on CurrentUser { id } } }'
  await owner.ask(login, { u: OWNER.identifier, p: OWNER.password }, Id)
  await setUpChannel(owner)
  await setUpCheckout(owner)
  for (const good of goods) await addGood(owner, good)
}
