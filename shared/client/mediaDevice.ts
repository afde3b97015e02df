// mediasoup-client's device: knows what this browser and the router have in common; made once per session.
import { Device, detectDeviceAsync } from 'mediasoup-client'
import type { CommandName, CommandInput, CommandReply } from '../contract/commands.ts'
import { RouterCapabilities } from './mediaShapes.ts'

export type Send = <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CommandReply<Name>>

/**
 * Over plain http, and in the browsers inside of messengers, the name of a browser often says nothing that is known.
 * What it can do decides then: all of them are built on one of three engines.
 */
function guessHandler(): 'Chrome111' | 'Safari12' | 'Firefox120' | undefined {
  if (typeof RTCPeerConnection !== 'function' || !('addTransceiver' in RTCPeerConnection.prototype)) return undefined
  if (navigator.vendor.startsWith('Apple')) return 'Safari12'
  return navigator.userAgent.includes('Firefox/') ? 'Firefox120' : 'Chrome111'
}

/** Null: this browser cannot do WebRTC as it is needed here. */
export async function loadDevice(capabilities: unknown): Promise<Device | null> {
  try {
    const handlerName = (await detectDeviceAsync()) ?? guessHandler()
    if (handlerName === undefined) return null
    const device = await Device.factory({ handlerName })
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
