// The room as a page or a test sees it: joins, follows the frames, takes a snapshot when something was missed, comes back by itself.
import type { CommandInput, CommandName, CommandReply } from '../contract/commands.ts'
import type { Frame } from '../contract/events.ts'
import { refuse } from '../contract/refusals.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { Hold } from '../contract/things.ts'
import { createChannel } from './channel.ts'
import type { Channel } from './channel.ts'
import { createClockSync, createServerClock } from './clock.ts'
import type { ClockSync, SampledClock } from './clock.ts'
import { laterOf, placeOf, positionOf } from './position.ts'
import type { Position } from './position.ts'
import { backoffMs } from './reconnect.ts'
import { applyEvent, applyOwnHolds, applySnapshot, EMPTY_MODEL, viewOf } from './reduce.ts'
import type { RoomModel } from './reduce.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'
import type { RoomClient, RoomClientOptions, RoomView } from './types.ts'

interface Room {
  readonly options: RoomClientOptions
  readonly store: Store<RoomView>
  readonly clock: SampledClock
  readonly sync: ClockSync
  readonly channel: Channel
  readonly startedAt: number
  model: RoomModel
  joinMs: number | null
  /** Null until this connection has joined. */
  position: Position | null
  /** What came while a snapshot was on its way, applied again after it; null when none is. */
  meanwhile: { readonly frames: Frame[]; readonly holds: Hold[] } | null
  /** Counts connections, so that a late reply of an earlier one is ignored. */
  connection: number
  /** The last frame known to have been missed: a snapshot must reach as far. */
  missed: Position | null
  /** Snapshots asked for shortly after one another, and when the last one was. */
  restless: number
  restlessAt: number
  rejoin: ReturnType<typeof setTimeout> | undefined
}

const FIRST_VIEW: RoomView = {
  status: 'joining',
  refusal: null,
  ...viewOf(EMPTY_MODEL),
  media: null,
}
const REJOIN_FIRST_MS = 200
const REJOIN_MOST_MS = 10_000
const IN_STEP_AFTER_MS = 10_000

export function createRoomClient(options: RoomClientOptions): RoomClient {
  const room = createRoom(options)
  const { channel } = room
  channel.onEvent(
    'frame',
    (frame) => hearFrame(room, frame),
    () => resync(room),
  )
  channel.onEvent('own:changed', ({ holds }) => hearOwnHolds(room, holds))

  return {
    showId: options.showId,
    clock: room.clock,
    getView: room.store.get,
    subscribe: room.store.subscribe,
    send: (name, input) => send(room, name, input),
    onEvent: (name, hear) => channel.onEvent(name, hear),
    refresh: () => resync(room),
    joinMs: () => room.joinMs,
    close() {
      clearTimeout(room.rejoin)
      room.connection += 1
      room.sync.close()
      channel.close()
    },
  }
}

function createRoom(options: RoomClientOptions): Room {
  const clock = createServerClock()
  const channel = createChannel({
    url: options.url,
    headers: options.headers,
    auth: () => ({ as: options.as }),
    onOpen: () => opened(room),
    onLost: () => lost(room),
    onRefused: (code) => refused(room, code),
  })
  const sync = createClockSync(clock, async () => {
    const reply = await channel.send('time:sync', {})
    return reply.ok ? reply.value.now : null
  })
  const room: Room = {
    options,
    store: createStore(FIRST_VIEW),
    clock,
    sync,
    channel,
    startedAt: clock.elapsed(),
    model: EMPTY_MODEL,
    joinMs: null,
    position: null,
    meanwhile: null,
    connection: 0,
    missed: null,
    restless: 0,
    restlessAt: -Infinity,
    rejoin: undefined,
  }
  return room
}

async function send<Name extends CommandName>(
  room: Room,
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandReply<Name>> {
  if (!room.position) return refuse('TRY_AGAIN')
  const reply = await room.channel.send(name, input)
  if (!reply.ok && reply.code === 'NOT_JOINED') resync(room)
  const hold = ownHoldIn(name, reply)
  if (hold) hearOwnHolds(room, [hold])
  return reply
}

/** A hold is shown from the reply on, before the event that follows; ALREADY_HELD brings it too. */
function ownHoldIn(name: CommandName, reply: CommandReply<CommandName>): Hold | null {
  if (name !== 'hold:place' && name !== 'hold:release') return null
  const hold = Hold.safeParse(reply.ok ? reply.value : reply.detail?.['hold'])
  return hold.success ? hold.data : null
}

function opened(room: Room): void {
  room.connection += 1
  room.meanwhile = null
  void join(room)
}

function lost(room: Room): void {
  clearTimeout(room.rejoin)
  room.connection += 1
  room.position = null
  room.meanwhile = null
  room.sync.close()
  room.store.patch({ status: room.model.room ? 'reconnecting' : 'joining' })
}

function refused(room: Room, code: RefusalCode): void {
  lost(room)
  room.store.patch({ status: 'refused', refusal: code })
}

async function join(room: Room): Promise<void> {
  if (room.meanwhile) return
  clearTimeout(room.rejoin)
  room.rejoin = undefined
  room.meanwhile = { frames: [], holds: [] }
  const { connection, options, channel, clock } = room
  const sentAt = clock.elapsed()
  const reply = await channel.send('show:join', { showId: options.showId, via: options.via })
  if (connection !== room.connection) return
  if (reply.ok) return joined(room, reply.value, sentAt)
  room.meanwhile = null
  if (reply.retryable || reply.code === 'NOT_JOINED') return joinLater(room, reply.retryAfterMs ?? 0)
  refused(room, reply.code)
  channel.close()
}

function joined(room: Room, { snapshot, media, reconnectSpreadMs }: Joined, sentAt: number): void {
  const { clock, meanwhile, store } = room
  const first = room.position === null
  room.meanwhile = null
  room.joinMs ??= clock.elapsed() - room.startedAt
  room.position = laterOf(room.position, positionOf(snapshot))
  room.model = applySnapshot(room.model, snapshot)
  room.channel.setSpread(reconnectSpreadMs)
  if (first) clock.distrust()
  clock.observe({ sentAt, receivedAt: clock.elapsed(), serverNow: snapshot.serverNow })
  if (first) room.sync.start()
  for (const frame of meanwhile?.frames ?? []) follow(room, frame)
  room.model = applyOwnHolds(room.model, meanwhile?.holds ?? [])
  store.patch({ ...viewOf(room.model), status: 'joined', refusal: null, media })
  if (snapshot.epoch === room.missed?.epoch && snapshot.frame < room.missed.n) resync(room)
}
type Joined = Extract<CommandReply<'show:join'>, { ok: true }>['value']

function hearFrame(room: Room, frame: Frame): void {
  room.meanwhile?.frames.push(frame)
  if (!room.position) return
  follow(room, frame)
  room.store.patch(viewOf(room.model))
}

function follow(room: Room, frame: Frame): void {
  if (!room.position) return
  const place = placeOf(frame, room.position)
  if (place === 'old') return
  room.model = frame.events.reduce(applyEvent, room.model)
  room.position = { epoch: frame.epoch, n: frame.n }
  if (place !== 'gap') return
  room.missed = { epoch: frame.epoch, n: frame.n - 1 }
  resync(room)
}

function hearOwnHolds(room: Room, holds: readonly Hold[]): void {
  room.meanwhile?.holds.push(...holds)
  room.model = applyOwnHolds(room.model, holds)
  room.store.patch(viewOf(room.model))
}

/** Many reasons within a moment make one snapshot; a room that never gets in step asks ever more seldom. */
function resync(room: Room): void {
  if (!room.rejoin && !room.meanwhile) joinLater(room, 0)
}

function joinLater(room: Room, leastMs: number): void {
  if (!room.channel.isOpen()) return
  const now = room.clock.elapsed()
  room.restless = now - room.restlessAt > IN_STEP_AFTER_MS ? 0 : room.restless + 1
  room.restlessAt = now
  clearTimeout(room.rejoin)
  room.rejoin = setTimeout(
    () => void join(room),
    Math.max(leastMs, backoffMs(room.restless, REJOIN_FIRST_MS, REJOIN_MOST_MS)),
  )
}
