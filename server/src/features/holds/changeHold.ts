// hold:change: new quantities for the lines of a live hold.
import type { Command } from '../../commands/command.ts'

export const changeHold: Command<'hold:change'> = ({ ledger }, { person }, { holdId, lines, withoutCoupon }) =>
  ledger.change({ holdId, viewerId: person.viewerId, lines, withoutCoupon })
