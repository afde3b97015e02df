// hold:place: a viewer's lock on units; refused while the viewer's token is too fresh to be a person's.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from './command.ts'

export const placeHold: Command<'hold:place'> = async (ports, { person, showId, via }, { holdId, lines }) => {
  const retryAfterMs = person.issuedAt + ports.settings.minTokenAgeMs - ports.clock()
  if (retryAfterMs > 0) return refuse('TOO_EARLY', { retryAfterMs })

  const { viewerId, name: viewerName } = person
  const outcome = await ports.ledger.place({ holdId, showId, viewerId, viewerName, via, lines })
  ports.metrics.countHold(outcome.ok ? 'granted' : outcome.code)
  return outcome
}
