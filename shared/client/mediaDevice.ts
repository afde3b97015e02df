// mediasoup-client's device: knows what this browser and the router have in common; made once per session.
import { Device } from 'mediasoup-client'
import type { CommandName, CommandInput, CommandReply } from '../contract/commands.ts'
import { RouterCapabilities } from './mediaShapes.ts'

export type Send = <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CommandReply<Name>>

/** Null: this browser cannot do WebRTC as it is needed here. */
export async function loadDevice(capabilities: unknown): Promise<Device | null> {
  try {
    const device = await Device.factory()
    await device.load({ routerRtpCapabilities: RouterCapabilities.parse(capabilities) })
    return device
  } catch (error) {
    console.warn('This browser cannot use the picture:', error)
    return null
  }
}

/** What the join told, else asked for; null when the node cannot say yet. */
export async function capabilitiesFrom(known: unknown, send: Send): Promise<unknown> {
  if (known) return known
  const reply = await send('media:capabilities', {})
  return reply.ok ? reply.value.rtpCapabilities : null
}
