// A round trip as lines for a terminal: what came of each step, and what to do.
import type { TripProblem, TripStep, TripStepId } from '@lantern/shared/contract/connections.ts'

const TITLES: Readonly<Record<TripStepId, string>> = {
  reads_products: 'reads products',
  priced_cart: 'makes a priced cart',
  opens_checkout: 'opens the checkout',
  told_of_order: 'tells us of the order',
  gives_back: 'gives money back',
  sets_stock_apart: 'sets stock apart',
}
const STATES: Readonly<Record<TripStep['state'], string>> = {
  untried: 'not tried',
  passed: 'ok',
  waiting: 'waiting',
  to_do: 'to do',
  failed: 'failed',
  cannot: 'without',
}

const WHAT_TO_DO: Readonly<Record<TripProblem, string>> = {
  values_missing: 'missing: {fields}',
  key_missing: 'the key of the kept secrets is not there: put secrets.key back into DATA_DIR',
  key_wrong: 'the kept secrets have another key: give back the one of then',
  address_not_allowed: '{host} is not on the public internet: WEBHOOK_ALLOWED_HOSTS lets it through',
  shop_silent: '{host} does not answer ({why}): is the address right, and the shop up?',
  shop_refused: 'the shop said: {why}',
  keys_refused: 'the keys are not taken ({why}): revoked, of another shop, or without a right that is needed',
  not_this_shop: '{host} is no shop of this kind ({why})',
  wrong_currency: 'the shop sells in {shop}, shows here are planned in {here}: choose the region or market for {here}',
  clock_off: 'the clocks differ by {seconds} seconds: set both by NTP',
  no_products: 'nothing is for sale: publish a product in the shop, or import a file',
  no_file: 'its products come by a file: npm run shop:import -- --csv products.csv USD --apply, or the shop page',
  no_sku: '{count} variants have no SKU: give each its own',
  region_unknown: 'no such region ({why}): look it up in the shop',
  several_channels: '{why}',
  price_differs: 'the cart asks another sum than the live price: {why}',
  no_live_price: 'at the shop’s own price: a token of its admin API is needed for prices below',
  no_route: '{host} does not take the cart ({why}): npm run setup says what belongs there',
  link_refused: '{host} does not take the signed link ({why}): compare its secret or keys, and SHOP_AUDIENCE',
  no_message: 'none has come yet: enter address and secret at the shop, and place a test order',
  message_refused: 'one came and was refused: {reason}',
  needs_key: 'a token of the shop’s admin API is needed; until then by hand in the shop',
  choose_location: 'set MEDUSA_LOCATION_ID to the location that ships live orders',
  location_unknown: 'no such stock location ({why})',
  others_apart: 'another studio keeps {units} units apart at this shop; they are left alone',
  timed_out: 'not within {seconds} seconds',
  after_others: 'comes after the steps above',
  broken: 'broken here: {why}',
}

const WIDTH = Math.max(...Object.values(TITLES).map((title) => title.length))

function figuresOf({
  products,
  variants,
  currency,
  liveMinor,
  title,
  ms,
  host,
  location,
}: TripStep['figures']): string {
  const told = [
    products !== undefined && `${products} products, ${variants ?? 0} variants${currency ? ` in ${currency}` : ''}`,
    title !== undefined && `${title}: ${liveMinor ?? 0} ${currency ?? ''}`,
    host !== undefined && `${host} takes it${ms === undefined ? '' : ` after ${(ms / 1000).toFixed(1)} s`}`,
    location,
  ]
  return told.filter((one) => typeof one === 'string' && one !== '').join('; ')
}

export function toLine({ id, state, figures, problem, detail }: TripStep): string {
  const sentence = problem === null ? '' : WHAT_TO_DO[problem]
  const filled = sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(detail[name] ?? ''))
  const said = [figuresOf(figures), filled].filter((one) => one !== '').join('; ')
  return `${STATES[state].padEnd(9)}  ${TITLES[id].padEnd(WIDTH)}  ${said}`.trimEnd()
}
