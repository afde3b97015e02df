// The port to connecting a shop in the studio: what is kept, how its round trip went, and which one is in use.
import type { SetKeys, ShopConnections, ShopKindName, ShopRecipe } from '@lantern/shared/contract/connections.ts'
import type { Outcome, RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { KeyRefusal } from './values.ts'

type Board<Code extends RefusalCode> = Promise<Outcome<ShopConnections, Code>>

export interface Connections {
  read(): Promise<ShopConnections>
  /**
   * Keeps values of a kind for its next round trip; what is in use stays as it is. VALUE_REFUSED: `detail` has the field and what
   * it wants. SET_BY_ENVIRONMENT: a setting says it.
   */
  setKeys(input: SetKeys): Board<'VALUE_REFUSED' | 'URL_NOT_ALLOWED' | 'SET_BY_ENVIRONMENT' | KeyRefusal>
  /** Tries the whole way of a kind, without charging anybody; how it went is read afterwards. */
  runTrip(kind: ShopKindName): Promise<ShopConnections>
  /** Hand-offs go to it from then on. TRIP_NOT_PASSED: `detail.steps` are not. */
  use(kind: ShopKindName): Board<'TRIP_NOT_PASSED' | 'SET_BY_ENVIRONMENT' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>
  /** What belongs into the shop, its secrets whole. SHOP_CANNOT: its values are not complete. */
  recipe(kind: ShopKindName): Promise<Outcome<ShopRecipe, 'SHOP_CANNOT' | KeyRefusal>>
}
