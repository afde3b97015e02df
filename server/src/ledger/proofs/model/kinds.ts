// What the reference ledger is asked for.
import type { LedgerRequest, UnitsKind } from '../../requests.ts'

/** What is asked for; draws, and what is redeemed at the counter, are proved elsewhere. */
export type AskedKind =
  Exclude<UnitsKind, 'redeem'> | 'makeActivity' | 'moveActivity' | 'planActivity' | 'setFront' | 'enter'
export type AskedRequest<K extends AskedKind = AskedKind> = LedgerRequest<K>
/** With what the ledger goes on with by itself. */
export type ModelKind = AskedKind | 'moveDue'
export type ModelRequest<K extends ModelKind = ModelKind> = LedgerRequest<K>
