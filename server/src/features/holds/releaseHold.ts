// hold:release: gives the units back.
import type { Command } from '../../commands/command.ts'

export const releaseHold: Command<'hold:release'> = ({ ledger }, { person }, { holdId }) =>
  ledger.release({ holdId, viewerId: person.viewerId })
