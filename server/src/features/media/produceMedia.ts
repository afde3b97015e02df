// media:produce and media:pauseProducer: the host's picture and sound.
import type { Command } from '../../commands/command.ts'

export const produceMedia: Command<'media:produce'> = ({ sfu }, { peer }, input) => sfu.produce(peer, input)

export const pauseProducer: Command<'media:pauseProducer'> = ({ sfu }, { peer }, input) =>
  sfu.pauseProducer(peer, input)
