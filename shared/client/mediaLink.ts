// The way to the node that serves the picture: the room's own socket, or a second one for media alone.
import type { EventPayload } from '../contract/events.ts'
import { createChannel } from './channel.ts'
import type { Channel } from './channel.ts'
import type { Send } from './mediaDevice.ts'
import type { RoomClient } from './types.ts'

export interface MediaLinkOptions {
  readonly room: RoomClient
  /** Base URL of the process the room talks to. */
  readonly url: string
  /** A host sends to the process it talks to, wherever the show was before. */
  readonly stayHere?: boolean
  /** A connection that knows nothing of earlier transports is there. */
  onReady(): void
  onReset(reason: EventPayload<'media:reset'>['reason']): void
}

export interface MediaLink {
  readonly send: Send
  isReady(): boolean
  /** Idempotent. */
  close(): void
}

interface Node {
  readonly url: string
  readonly channel: Channel
}

export function createMediaLink(options: MediaLinkOptions): MediaLink {
  const { room } = options
  let node: Node | null = null
  let wasJoined = false

  const move = (url: string | null): boolean => {
    if (url === (node?.url ?? null)) return false
    node?.channel.close()
    node = url === null ? null : { url, channel: openNode(url, options) }
    return true
  }
  const follow = () => {
    const { media, status } = room.getView()
    const rejoined = status === 'joined' && !wasJoined
    wasJoined = status === 'joined'
    if (!wasJoined) return
    const moved = !options.stayHere && move(elsewhere(options.url, media?.nodeUrl ?? null))
    if (!node && (rejoined || moved)) options.onReady()
  }
  const undo = [
    room.subscribe(follow),
    room.onEvent('media:reset', ({ reason }) => {
      if (!node) options.onReset(reason)
    }),
  ]
  follow()

  return {
    send: (name, input) => (node ? node.channel.send(name, input) : room.send(name, input)),
    isReady: () => (node ? node.channel.isOpen() : room.getView().status === 'joined'),
    close() {
      for (const stop of undo.splice(0)) stop()
      node?.channel.close()
    },
  }
}

function openNode(url: string, { room, onReady, onReset }: MediaLinkOptions): Channel {
  const channel = createChannel({
    url,
    headers: undefined,
    auth: () => ({ as: 'media', mediaToken: room.getView().media?.mediaToken ?? '' }),
    onOpen: onReady,
    // The token lives for minutes: have a fresh one at hand for the next connect.
    onLost: () => room.refresh(),
    onRefused: () => room.refresh(),
    triesForEver: true,
  })
  channel.onEvent('media:reset', ({ reason }) => onReset(reason))
  return channel
}

function elsewhere(own: string, nodeUrl: string | null): string | null {
  if (nodeUrl === null) return null
  return new URL(nodeUrl).origin === new URL(own).origin ? null : nodeUrl
}
