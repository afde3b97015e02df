// The values of a kind's connection: those of the environment win, the others are opened where they are needed.
import {
  CONNECTION_FIELD_NAMES,
  CONNECTION_FIELDS,
  type ConnectionFieldName,
  type ShopKindName,
} from '@lantern/shared/contract/connections.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { CheckoutSettings } from '../createCheckout.ts'
import type { KeptConnection, KeptValue } from '../records/connectionRecords.ts'
import type { SecretBox } from './secretBox.ts'
import type { SecretKeys } from './secretKeys.ts'

export type Texts = Readonly<Partial<Record<ConnectionFieldName, string>>>

/** What the environment says of the shop. */
export interface FixedSettings extends CheckoutSettings {
  readonly demo: boolean
  /** Texts of the settings of a connection, and SHOP_KIND, as far as they are set. */
  readonly shopGiven: Readonly<Record<string, string>>
}

export type ReadSettings = (
  place: { readonly kind: ShopKindName; readonly endpointId: string },
  texts: Texts,
) =>
  | { readonly ok: true; readonly config: CheckoutSettings }
  | { readonly ok: false; readonly field: ConnectionFieldName; readonly wants: string }

export function fieldsOf(kind: ShopKindName): readonly ConnectionFieldName[] {
  return CONNECTION_FIELD_NAMES.filter((name) => isOf(name, kind))
}

const isOf = (name: ConnectionFieldName, kind: ShopKindName) =>
  CONNECTION_FIELDS[name].kinds.some((one) => one === kind)

/** Whether the environment names a shop. */
export function isNamed({ demo, shopUrl }: FixedSettings): boolean {
  return demo || shopUrl !== ''
}

/** The setting that fixes which kind is in use; null: that is chosen in the studio. */
export function lockedBy({ demo, shopGiven }: FixedSettings): 'SHOP_KIND' | null {
  return !demo && shopGiven['SHOP_KIND'] !== undefined ? 'SHOP_KIND' : null
}

/** SHOP_URL and its like are of the kind that the environment names; the names of the others say whose they are. */
export function fixedTexts(fixed: FixedSettings, kind: ShopKindName): Texts {
  const isNamedKind = isNamed(fixed) && kind === fixed.shopKind
  const given = fieldsOf(kind).flatMap((name) => {
    const text = fixed.shopGiven[name]
    return text !== undefined && (isNamedKind || !/^(SHOP|HANDOFF)_/.test(name)) ? [[name, text] as const] : []
  })
  const place = isNamedKind ? { SHOP_URL: fixed.shopUrl } : {}
  return { ...place, ...Object.fromEntries(given) }
}

export const placeOf = (kind: ShopKindName, field: ConnectionFieldName) => `${kind} ${field}`

function openValue(box: SecretBox, kind: ShopKindName, { field, value, isSealed }: KeptValue) {
  return isSealed ? box.open(value, placeOf(kind, field)) : grant(value)
}

export type KeyRefusal = 'SECRETS_KEY_MISSING' | 'SECRETS_KEY_WRONG'

/** All of them, or none. */
export async function openValues(
  keys: Pick<SecretKeys, 'box'>,
  { kind, values }: Pick<KeptConnection, 'kind' | 'values'>,
): Promise<Outcome<Texts, KeyRefusal>> {
  if (!values.some(({ isSealed }) => isSealed))
    return grant(Object.fromEntries(values.map(({ field, value }) => [field, value])))
  const box = await keys.box()
  if (!box.ok) return box
  const texts: Partial<Record<ConnectionFieldName, string>> = {}
  for (const value of values) {
    const opened = openValue(box.value, kind, value)
    if (!opened.ok) return opened
    texts[value.field] = opened.value
  }
  return grant(texts)
}

export function missingIn(kind: ShopKindName, texts: Texts): readonly ConnectionFieldName[] {
  return fieldsOf(kind).filter((name) => CONNECTION_FIELDS[name].isNeeded && texts[name] === undefined)
}

/** The settings that a kept connection comes to. SHOP_CANNOT: something that the kind needs is not there, or cannot be read. */
export async function settingsOf(
  { keys, fixed, readSettings }: { keys: Pick<SecretKeys, 'box'>; fixed: FixedSettings; readSettings: ReadSettings },
  kept: KeptConnection,
): Promise<Outcome<CheckoutSettings, KeyRefusal | 'SHOP_CANNOT'>> {
  const opened = await openValues(keys, kept)
  if (!opened.ok) return opened
  const texts = { ...opened.value, ...fixedTexts(fixed, kept.kind) }
  const missing = missingIn(kept.kind, texts)
  if (missing.length > 0) return refuse('SHOP_CANNOT', { detail: { missing: missing.join(', ') } })
  const read = readSettings(kept, texts)
  return read.ok ? grant(read.config) : refuse('SHOP_CANNOT', { detail: { field: read.field, wants: read.wants } })
}
