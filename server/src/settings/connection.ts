// Settings of one shop as somebody enters them in the studio: read by the same rules as those of the environment.
import { CONNECTION_FIELDS, type ConnectionFieldName, type ShopKindName } from '@lantern/shared/contract/connections.ts'
import type { SHOP_SETTINGS } from './shopSettings.ts'
import { noteOf, SETTINGS } from './settings.ts'
import { type Config, toConfig } from './toConfig.ts'

export type ConnectionTexts = Readonly<Partial<Record<ConnectionFieldName, string>>>

/** A setting of a shop kind is asked for in the studio, too: a new one is named in the contract, or it does not compile. */
type Unasked = Exclude<
  keyof typeof SHOP_SETTINGS,
  ConnectionFieldName | 'SHOP_KIND' | 'SECRETS_KEY' | 'CATALOGUE_REFRESH'
>
const ALL_ASKED: Unasked extends never ? true : Unasked = true

export function isConnectionField(name: string): name is ConnectionFieldName {
  return ALL_ASKED && name in CONNECTION_FIELDS
}

/** Those of a connection, and the kind, as far as they are set. */
export function pickConnection(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => name === 'SHOP_KIND' || isConnectionField(name)))
}

export interface ConnectionPlace {
  readonly kind: ShopKindName
  readonly endpointId: string
}

export type ReadConnection =
  | { readonly ok: true; readonly config: Config }
  /** `wants`: what would have been right. */
  | { readonly ok: false; readonly field: ConnectionFieldName; readonly wants: string }

/** What is not a matter of the shop has its default. */
export function readConnection({ kind, endpointId }: ConnectionPlace, texts: ConnectionTexts): ReadConnection {
  const parsed = SETTINGS.safeParse({ ...texts, SHOP_KIND: kind, SHOP_ENDPOINT_ID: endpointId, DEMO: '0' })
  if (parsed.success) return { ok: true, config: toConfig(parsed.data) }
  const field = parsed.error.issues.map(({ path }) => String(path[0])).find(isConnectionField)
  if (field === undefined) throw new Error('settings without a shop cannot be read')
  return { ok: false, field, wants: noteOf(field).bounds }
}
