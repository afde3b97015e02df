// hold:place: a viewer's lock on units; refused while the viewer's token is too fresh to be a person's.
import type { Command } from '../../commands/command.ts'
import { refuseTooEarly } from '../../commands/tokenAge.ts'

export const placeHold: Command<'hold:place'> = async (ports, { person, showId, via }, { holdId, lines, repeat }) => {
  const tooEarly = refuseTooEarly(ports, person)
  if (tooEarly) return tooEarly

  const { viewerId, name: viewerName, source, issuedAt } = person
  const request = { holdId, showId, viewerId, viewerName, via, source, issuedAt, lines }
  const outcome = await ports.gate.place(request, repeat === true)
  ports.metrics.countHold(outcome.ok ? 'granted' : outcome.code)
  return outcome
}
