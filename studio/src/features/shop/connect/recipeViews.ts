// What belongs into the shop, as the page shows it: secrets masked, and each file at the step that asks for it.
import type { ShopRecipe, TripStepId } from '@lantern/shared/contract/connections.ts'
import type { Say, WordKey } from '../../../words.ts'
import type { FileView, RowView } from './view.ts'

const DOTS = '••••••••'
/** What says of which sort a secret is stays readable. */
const SORT = /^[a-z]+_/

export function maskedIn(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((shown, secret) => shown.replaceAll(secret, `${SORT.exec(secret)?.[0] ?? ''}${DOTS}`), text)
}

/** What goes into the storefront takes the cart; all else tells of orders. */
const STOREFRONT = /route|storefront|middleware|(^|\/)lib\//i
const stepOf = (path: string): TripStepId => (STOREFRONT.test(path) ? 'opens_checkout' : 'told_of_order')

export function filesOf(recipe: ShopRecipe | null, step: TripStepId): readonly FileView[] {
  const files = recipe?.files.filter(({ path }) => stepOf(path) === step) ?? []
  return files.map(({ path, text, secrets }) => ({
    path,
    text,
    lines: text.trimEnd().split('\n').length,
    shown: maskedIn(text, secrets),
  }))
}

/** Those with a word of their own; others are settings of the shop's side, by their names. */
const WORDS: Readonly<Partial<Record<string, WordKey>>> = {
  events_url: 'recipe.events_url',
  topics: 'recipe.topics',
  secret: 'recipe.secret',
  handoff_url: 'recipe.handoff_url',
  keys_url: 'recipe.keys_url',
  audience: 'recipe.audience',
}

export function rowsOf(recipe: ShopRecipe | null, step: TripStepId, say: Say): readonly RowView[] {
  if (step !== 'told_of_order') return []
  const rows = recipe?.rows ?? []
  return rows.map(({ name, value, isSecret }) => {
    const word = WORDS[name]
    const label = word === undefined ? name : say(word)
    return { name, label, text: value, shown: isSecret ? maskedIn(value, [value]) : value }
  })
}
