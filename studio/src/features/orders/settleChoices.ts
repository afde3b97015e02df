// What staff may do about an order: by what is the matter with it, else the two refunds of a paid one, or no more waiting.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import type { WordKey } from '../../words.ts'

export interface SettleChoice {
  readonly choice: CommandInput<'order:settle'>['choice']
  readonly word: WordKey
  /** Asked once before a refund is noted; null where nothing can be lost. */
  readonly ask: WordKey | null
}

const BACK: SettleChoice = { choice: 'refund_back', word: 'settle.refundedBack', ask: 'settle.askBack' }
const GONE: SettleChoice = { choice: 'refund_gone', word: 'settle.refundedGone', ask: 'settle.askGone' }
/** It never had units, or has its others paid for: only the money went back. */
const REFUNDED: SettleChoice = { choice: 'refund_back', word: 'settle.refunded', ask: 'settle.askRefunded' }

const LET_GO: SettleChoice = { choice: 'let_go', word: 'settle.letGo', ask: 'settle.askLetGo' }
const ACCEPT: SettleChoice = { choice: 'accept', word: 'settle.accept', ask: null }

const BY_MATTER: Readonly<Record<NonNullable<StaffOrder['matter']>, readonly SettleChoice[]>> = {
  late_paid: [{ choice: 'supply', word: 'settle.supply', ask: null }, REFUNDED],
  second_payment: [REFUNDED],
  amount_differs: [ACCEPT, BACK, GONE],
  part_refunded: [ACCEPT, BACK, GONE],
  cancelled: [ACCEPT, BACK, GONE],
}

export function settleChoices({ matter, state }: Pick<StaffOrder, 'matter' | 'state'>): readonly SettleChoice[] {
  if (state === 'authorised') return matter === null ? [LET_GO] : [ACCEPT, LET_GO]
  // Its units went back when it was cancelled.
  if (state === 'cancelled') return matter === null ? [] : [ACCEPT, REFUNDED]
  if (matter !== null) return BY_MATTER[matter]
  return state === 'paid' ? [BACK, GONE] : []
}
