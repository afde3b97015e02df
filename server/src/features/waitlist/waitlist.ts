// waitlist:join and waitlist:leave: a place in line for what is sold out.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { refuseTooEarly } from '../../commands/tokenAge.ts'

export const joinWaitlist: Command<'waitlist:join'> = async (ports, { person, showId, via }, input) => {
  const tooEarly = refuseTooEarly(ports, person)
  if (tooEarly) return tooEarly
  const { viewerId, name: viewerName, source, issuedAt } = person
  return ports.ledger.joinWaitlist({ ...input, showId, viewerId, viewerName, via, source, issuedAt })
}

export const leaveWaitlist: Command<'waitlist:leave'> = async ({ ledger }, { person, showId }, { offerId }) => {
  await ledger.leaveWaitlist({ showId, offerId, viewerId: person.viewerId })
  return grant({})
}
