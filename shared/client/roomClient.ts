// The room as a page or a test sees it: joins, follows the frames, takes a snapshot when something was missed, comes back by itself.
import type { CommandInput, CommandName, CommandReply } from '../contract/commands.ts'
import type { Frame } from '../contract/events.ts'
import { refuse } from '../contract/refusals.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import type { HoldId } from '../contract/ids.ts'
import type { Own } from '../contract/snapshot.ts'
import type { Changes } from '../contract/slices.ts'
import { broughtBy } from './brought.ts'
import { createChannel } from './channel.ts'
import type { Channel } from './channel.ts'
import { createClockSync, createServerClock } from './clock.ts'
import type { ClockSync, SampledClock } from './clock.ts'
import { placeOf, positionOf } from './position.ts'
import type { Position } from './position.ts'
import { backoffMs } from './reconnect.ts'
import { applyFrame, applyOwn, applySnapshot, EMPTY_MODEL } from './model.ts'
import type { RoomModel } from './model.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'
import type { RoomClient, RoomClientOptions, RoomView } from './types.ts'
import { onWake } from './wake.ts'

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
  meanwhile: { readonly frames: Frame[]; readonly own: Changes<Own>[] } | null
  /** Holds that were asked for and may have been granted without our knowing. */
  readonly unanswered: Set<HoldId>
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
  ...EMPTY_MODEL,
  media: null,
  combines: false,
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
  channel.onEvent('own:changed', (own) => hearOwn(room, own))
  const stopWake = onWake(() => retime(room))

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
      stopWake()
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
    auth: () => (typeof options.as === 'string' ? { as: options.as } : options.as),
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
    unanswered: new Set(),
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
  const reply = await room.channel.send(name, sayingRepeat(room, name, input))
  if (!reply.ok && reply.code === 'NOT_JOINED') resync(room)
  if (name === 'hold:place') remember(room.unanswered, input, reply)
  const brought = broughtBy(name, reply)
  if (brought === null) return refuse('INTERNAL')
  if (brought.own) hearOwn(room, brought.own)
  if (brought.room) show(room, applyFrame(room.model, { room: brought.room }))
  return reply
}

function show(room: Room, model: RoomModel): void {
  room.model = model
  room.store.patch(model)
}

/** A hold's id that was sent before says so: the server looks for its answer first. */
function sayingRepeat<Name extends CommandName>(
  { unanswered }: Room,
  name: Name,
  input: CommandInput<Name>,
): CommandInput<Name> {
  const isAgain = name === 'hold:place' && 'holdId' in input && unanswered.has(input.holdId)
  return isAgain ? { ...input, repeat: true } : input
}

function remember(unanswered: Set<HoldId>, input: CommandInput<CommandName>, reply: CommandReply<CommandName>): void {
  if (!('holdId' in input)) return
  if (!reply.ok && (reply.code === 'TRY_AGAIN' || reply.code === 'INTERNAL')) unanswered.add(input.holdId)
  else unanswered.delete(input.holdId)
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
  room.meanwhile = { frames: [], own: [] }
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

function joined(room: Room, { snapshot, media, reconnectSpreadMs, combines }: Joined, sentAt: number): void {
  const { clock, meanwhile, store } = room
  const first = room.position === null
  room.meanwhile = null
  room.joinMs ??= clock.elapsed() - room.startedAt
  // Also where that is a step back: what has no version is as the snapshot says, and the frames after it follow once more.
  room.position = positionOf(snapshot)
  room.model = applySnapshot(room.model, snapshot)
  room.channel.setSpread(reconnectSpreadMs)
  if (first) retime(room)
  clock.observe({ sentAt, receivedAt: clock.elapsed(), serverNow: snapshot.serverNow })
  if (meanwhile) catchUp(room, meanwhile)
  store.patch({ ...room.model, status: 'joined', refusal: null, media, combines })
  if (snapshot.epoch === room.missed?.epoch && snapshot.frame < room.missed.n) resync(room)
}

/** What the clock said before a sleep, or of another server process, is worth nothing. */
function retime({ clock, sync, position }: Room): void {
  clock.distrust()
  if (position) sync.start()
}

function catchUp(room: Room, { frames, own }: NonNullable<Room['meanwhile']>): void {
  for (const frame of frames) follow(room, frame)
  room.model = own.reduce(applyOwn, room.model)
}
type Joined = Extract<CommandReply<'show:join'>, { ok: true }>['value']

function hearFrame(room: Room, frame: Frame): void {
  room.meanwhile?.frames.push(frame)
  if (!room.position) return
  if (room.clock.isBehind(frame.now)) retime(room)
  follow(room, frame)
  room.store.patch(room.model)
}

function follow(room: Room, frame: Frame): void {
  if (!room.position) return
  const place = placeOf(frame, room.position)
  if (place === 'old') return
  room.model = applyFrame(room.model, frame)
  room.position = { epoch: frame.epoch, n: frame.n }
  if (place !== 'gap') return
  room.missed = { epoch: frame.epoch, n: frame.n - 1 }
  resync(room)
}

function hearOwn(room: Room, own: Changes<Own>): void {
  room.meanwhile?.own.push(own)
  show(room, applyOwn(room.model, own))
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
