// The promises of the room client: what studio, viewer, tests and load tools build on.
import type { CommandInput, CommandName, CommandReply } from '../contract/commands.ts'
import type { EventName, EventPayload } from '../contract/events.ts'
import type { ShowId } from '../contract/ids.ts'
import type { OverlayClaim } from '../contract/overlay.ts'
import type { MediaPlace } from '../contract/media.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import type { StaffState, Own, RoomState, Self } from '../contract/snapshot.ts'

/** `joining`: first time; `reconnecting`: the last state stays shown; `refused`: it will not try again by itself. */
export type RoomStatus = 'joining' | 'joined' | 'reconnecting' | 'refused'

/** An immutable picture of the room; a new object whenever anything changed. */
export interface RoomView {
  readonly status: RoomStatus
  readonly refusal: RefusalCode | null
  readonly room: RoomState | null
  readonly self: Self | null
  /** Of places in line only `waiting` ones are to be shown. */
  readonly own: Own
  readonly desk: StaffState | null
  readonly media: MediaPlace | null
  /** Whether the shop takes several holds in one basket. */
  readonly combines: boolean
}

export interface ServerClock {
  /** Milliseconds since the epoch on the server's clock, as estimated. */
  now(): number
  /** Half the round trip of the best sample: the error bound in ms; Infinity before the first sample. */
  errorMs(): number
}

export interface RoomClient {
  readonly showId: ShowId
  readonly clock: ServerClock
  getView(): RoomView
  /** Calls back after every change; answers the undo. */
  subscribe(listener: () => void): () => void
  /** Never throws: no answer within the timeout or no connection is TRY_AGAIN. Commands that must not act twice carry their own id, so sending again is safe; a hold:place sent again after a lost reply says `repeat` by itself. */
  send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandReply<Name>>
  /** Calls back for each such message of the server, after it was applied to the view; answers the undo. */
  onEvent<Name extends EventName>(name: Name, hear: (payload: EventPayload<Name>) => void): () => void
  /** Takes a snapshot (and a new media token) soon; requests close together become one. */
  refresh(): void
  /** From the client's creation to the first state, in ms; null before it. */
  joinMs(): number | null
  /** Idempotent. */
  close(): void
}

export interface RoomClientOptions {
  /** Base URL of the server, for example location.origin. */
  readonly url: string
  /** An overlay shows the token of its address. */
  readonly as: 'viewer' | 'staff' | OverlayClaim
  readonly showId: ShowId
  readonly via: string | null
  /** Headers for Node clients (cookie, origin); browsers ignore it. */
  readonly headers?: Record<string, string>
}

/** `waiting`: no host yet; `connecting`; `playing`: media flows; `stalled`: recovering; `unsupported`: this browser cannot. */
export type ViewerMediaStatus = 'waiting' | 'connecting' | 'playing' | 'stalled' | 'unsupported'

export interface ViewerMedia {
  getView(): { readonly status: ViewerMediaStatus; readonly stream: MediaStream | null }
  subscribe(listener: () => void): () => void
  /** The page saw the first frame (requestVideoFrameCallback): measured and reported once per subscription. */
  sawFrame(): void
  /** Width in CSS pixels times the pixel ratio the picture is shown at: picks the spatial layer. */
  preferWidth(pixels: number): void
  close(): void
}

export type HostMediaStatus = 'idle' | 'connecting' | 'on' | 'reconnecting'

export interface HostStats {
  readonly bitrate: number
  readonly framesPerSecond: number
  readonly height: number
  readonly layers: number
  readonly lossPercent: number
  readonly roundTripMs: number
}

export interface HostMedia {
  getView(): {
    readonly status: HostMediaStatus
    readonly refusal: RefusalCode | null
    readonly stats: HostStats | null
  }
  subscribe(listener: () => void): () => void
  /** Sends this stream from now on; tracks are replaced in place when one is already sent; survives reconnects. */
  publish(stream: MediaStream): Promise<void>
  setPaused(kind: 'audio' | 'video', paused: boolean): void
  close(): void
}
