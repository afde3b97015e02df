// What a room is read as: whole, and what changed since.
import type { RoomSource } from '../commands/command.ts'

export type RoomRecord = NonNullable<Awaited<ReturnType<RoomSource['readRoom']>>>
export type RoomDelta = Awaited<ReturnType<RoomSource['readRoomSince']>>
