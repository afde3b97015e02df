// What a command is: a function from its ports, its sender and its input to a reply.
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { CommandFrom, CommandInput, CommandName, CommandReply } from '@lantern/shared/contract/commands.ts'
import type { RoomSchemas } from '@lantern/shared/contract/roomCommands.ts'
import type { Role } from '@lantern/shared/contract/roles.ts'
import type { ShowId, StaffId, Via, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { RoomState, Snapshot } from '@lantern/shared/contract/snapshot.ts'
import type { Comment, Show } from '@lantern/shared/contract/things.ts'
import type { Clock } from '../kit/clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { Gate } from '../ledger/gate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Peer, Sfu } from '../media/sfu.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Span } from '../domain/candidate.ts'
import type { WordVerdict } from '../domain/comment.ts'
import type { Store } from '../records/store.ts'
import type { JoinPace } from '../features/commission/joinPace.ts'
import type { SharerBook } from '../features/commission/sharerBook.ts'
import type { AddOutcome, NewComment } from '../features/comments/newComment.ts'
import type { CounterBook } from '../features/counter/counterBook.ts'
import type { GroupBook } from '../features/groups/groupBook.ts'
import type { MemberBook } from '../features/members/memberBook.ts'
import type { ViewerLikes } from '../features/likes/jobs.ts'
import type { ShareLinks } from '../features/links/shareLinks.ts'

export interface Viewer {
  readonly kind: 'viewer'
  readonly viewerId: ViewerId
  readonly name: string
  /** When the token was first issued, on the server's clock. */
  readonly issuedAt: number
  /** The address the socket came from, hashed. */
  readonly source: string | null
}

export interface Staff {
  readonly kind: 'staff'
  readonly staffId: StaffId
  /** Stands for the person in comments and presence. */
  readonly viewerId: ViewerId
  readonly name: string
  readonly role: Role
}

/** The page that OBS puts over the picture: it reads one show and is nobody in it. */
export interface Overlay {
  readonly kind: 'overlay'
  readonly showId: ShowId
  /** Names this connection, for limits and beats; no person has it. */
  readonly viewerId: ViewerId
  readonly name: string
  /** Of the key that its token was when it came. */
  readonly keyVersion: number
}

export type Person = Viewer | Staff
export type Anyone = Person | Overlay

/** The rooms of this process as commands see them. */
export interface Rooms {
  /** The show as this process last read it, at most a tick old; loads it once; null: there is no such show. */
  findShow(showId: ShowId): Promise<Show | null>
  /** The same for everything that everyone sees of it. */
  findRoom(showId: ShowId): Promise<RoomState | null>
  /** Tells everyone at once what changed in the show instead of at the next tick. Never throws. */
  announce(showId: ShowId): void
}

/** Decides and stores comments in batches; resolves when a taken one is durable; null: too many are waiting. */
export interface CommentBatch {
  add(comment: NewComment): Promise<AddOutcome | null>
}

/** The shop's word lists as they were at most a second ago. */
export interface WordWatch {
  verdictOf(text: string): Promise<WordVerdict>
  /** They were changed here: looks again before the next verdict. */
  forget(): void
}

/** Adds up taps and stores their sums. Never throws. */
export interface LikeBatch {
  add(like: ViewerLikes): void
}

/** Stores when a viewer first came to a show. Never throws. */
export interface VisitBatch {
  add(person: { readonly showId: ShowId; readonly viewerId: ViewerId }): void
}

/** What of a viewer's watching no table says yet. */
export interface WatchingNow {
  /** Null: nothing, or the show is not live. */
  openSpan(showId: ShowId, viewerId: ViewerId): Span | null
}

export interface CommentBuyer {
  /** Null: the comment is no order, or the show takes none. One comment acts once, however often it is given. */
  buy(ports: Ports, sender: RoomContext<Viewer>, comment: Comment): Promise<Bought | null>
}

/** What the rooms read of the store. */
export type RoomSource = Pick<Store, 'readRoom' | 'readRoomSince' | 'findChangedRooms'>

export type Tokens = Pick<Identity, 'mintMediaToken' | 'renewOverlayToken' | 'revokeOverlayToken'>

/** Viewers who were erased. */
export interface Revoked {
  /** Somebody was: their cookies and sockets end. Never rejects. */
  look(): Promise<void>
}

export interface Ports {
  readonly store: Store
  readonly ledger: Ledger
  /** Holds are asked for here: it answers for the ledger what is sold out anyway. */
  readonly gate: Gate
  readonly sfu: Sfu
  readonly rooms: Rooms
  readonly comments: CommentBatch
  readonly words: WordWatch
  readonly likes: LikeBatch
  readonly links: ShareLinks
  readonly joinPace: JoinPace
  readonly groups: GroupBook
  readonly members: MemberBook
  readonly sharers: SharerBook
  readonly counter: CounterBook
  readonly visits: VisitBatch
  readonly watching: WatchingNow
  readonly buyer: CommentBuyer
  readonly tokens: Tokens
  readonly revoked: Revoked
  readonly metrics: Metrics
  readonly clock: Clock
  readonly settings: {
    /** Base URL by which viewers reach this process. */
    readonly nodeUrl: string
    /** A viewer may hold from so many ms after the token was issued. */
    readonly minTokenAgeMs: number
    /** Whether the shop can be told a live price below its own; if not, there are no flash sales. */
    readonly carriesPrice: boolean
    /** Whether it takes several holds in one basket. */
    readonly combines: boolean
  }
}

export interface Entered {
  readonly snapshot: Snapshot
  readonly reconnectSpreadMs: number
}

/** Lets this socket into a show's room: from the snapshot on it receives every frame. Null: there is no such show. */
export type EnterRoom = (showId: ShowId, via: Via | null) => Promise<Entered | null>

export interface ContextBeforeJoining {
  readonly person: Anyone
  readonly enter: EnterRoom
}

export interface RoomContext<Sender extends Anyone = Person> {
  readonly person: Sender
  readonly showId: ShowId
  readonly via: Via | null
  readonly peer: Peer
}

/** Who the contract lets send the command. */
export type Sender<Name extends CommandName> =
  | ('viewer' extends CommandFrom<Name> ? Viewer : never)
  | ('overlay' extends CommandFrom<Name> ? Overlay : never)
  | ([Extract<CommandFrom<Name>, Role>] extends [never] ? never : Staff)

type Run<Name extends CommandName, Context> = (
  ports: Ports,
  context: Context,
  input: CommandInput<Name>,
) => Promise<CommandReply<Name>>

/** A command of someone who has joined a show. */
export type Command<Name extends CommandName> = Run<Name, RoomContext<Sender<Name>>>
/** A command that needs no joined show. */
export type CommandBeforeJoining<Name extends CommandName> = Run<Name, ContextBeforeJoining>

/** The two commands of the room itself are sent before a show is joined; those of features never are. */
export type RoomCommandName = Extract<CommandName, keyof RoomSchemas>
export type FeatureCommandName = Exclude<CommandName, RoomCommandName>
