// media:connect, resume, preferLayer, restartIce: what a peer does with a transport it has.
import type { Command } from '../../commands/command.ts'

export const connectMedia: Command<'media:connect'> = ({ sfu }, { peer }, input) => sfu.connect(peer, input)

export const resumeMedia: Command<'media:resume'> = ({ sfu }, { peer }, input) => sfu.resume(peer, input)

export const preferLayer: Command<'media:preferLayer'> = ({ sfu }, { peer }, input) => sfu.preferLayer(peer, input)

export const restartIce: Command<'media:restartIce'> = ({ sfu }, { peer }, input) => sfu.restartIce(peer, input)
