// A room and a picture that need no server: what the design review is drawn with.
import type { RoomClient, RoomView, ViewerMedia, ViewerMediaStatus } from '@lantern/shared/client/types.ts'
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { Comment } from '@lantern/shared/contract/things.ts'
import * as z from 'zod'
import { PLAYS } from './together.ts'

/** Longer than anybody waits: the page says at once what it says in a real room after its last try. */
const MUCH_LATER_MS = 60_000

/** Everything that is tried in it is refused, with one code; how far one is with what a play asks is told. */
interface FakeRoom {
  readonly start: RoomView
  readonly refusal: RefusalCode
  readonly sceneOf: (name: string) => RoomView | undefined
}

export function createFakeRoom({ start, refusal, sceneOf }: FakeRoom): RoomClient {
  let view = start
  const listeners = new Set<() => void>()
  // Whoever looks on says when somebody writes, and what, or when the room becomes that of another scene.
  addEventListener('message', ({ data }) => {
    const next = typeof data?.becomes === 'string' ? sceneOf(data.becomes) : saidIn(view, data?.says)
    if (next === undefined) return
    view = next
    for (const listener of listeners) listener()
  })
  return {
    showId: ShowId.parse('preview'),
    clock: { now: Date.now, errorMs: () => 0 },
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: (name, input) =>
      Promise.resolve(
        (name === 'activity:progress'
          ? progressIn(view, input)
          : refuse(refusal, { retryAfterMs: MUCH_LATER_MS })) as never,
      ),
    onEvent: () => () => undefined,
    refresh: () => undefined,
    joinMs: () => 0,
    close: () => undefined,
  }
}

/** Three fifths of the first condition, and all of the others. */
function progressIn({ room }: RoomView, input: unknown) {
  const { activityId } = z.object({ activityId: ActivityId }).parse(input)
  const all = room === null ? [] : PLAYS.flatMap((slice): readonly ActivityLife[] => room[slice])
  const conditions = all.find(({ id }) => id === activityId)?.conditions ?? []
  const progress = conditions.map((one, nth) => {
    const need = one.is === 'watched' ? one.minutes * 60_000 : 1
    return { have: nth === 0 ? Math.floor(need * 0.6) : need, need }
  })
  return { ok: true, value: { activityId, progress } }
}

function saidIn(view: RoomView, text: unknown): RoomView | undefined {
  if (typeof text !== 'string' || view.room === null) return undefined
  const { rows, removed } = view.room.comments
  return { ...view, room: { ...view.room, comments: { rows: [...rows, says(text, rows)], removed } } }
}

function says(text: string, before: readonly Comment[]): Comment {
  const seq = (before.at(-1)?.seq ?? 0) + 1
  return Comment.parse({ id: `c${seq}`, viewerId: 'river', name: 'river', fromStaff: false, text, at: Date.now(), seq })
}

const WHITE_SHAPES = { portrait: [720, 1280], landscape: [1280, 720], white: [720, 1280] } as const
export type FakePicture = keyof typeof WHITE_SHAPES | 'none' | 'stalled' | 'unsupported'

export function createFakeMedia(kind: FakePicture): ViewerMedia {
  const status: ViewerMediaStatus =
    kind === 'none' ? 'connecting' : kind === 'stalled' || kind === 'unsupported' ? kind : 'playing'
  const drawn = kind in WHITE_SHAPES ? draw(kind as keyof typeof WHITE_SHAPES) : null
  const view = { status, stream: drawn?.captureStream(12) ?? null }
  return {
    getView: () => view,
    subscribe: () => () => undefined,
    sawFrame: () => undefined,
    preferWidth: () => undefined,
    close: () => undefined,
  }
}

function draw(kind: keyof typeof WHITE_SHAPES): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const [width, height] = WHITE_SHAPES[kind]
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  const paint = () => pen && (kind === 'white' ? paintWhite(pen) : paintHost(pen))
  paint()
  setInterval(paint, 80)
  return canvas
}

function paintWhite(pen: CanvasRenderingContext2D) {
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height)
}

function paintHost(pen: CanvasRenderingContext2D) {
  const { width, height } = pen.canvas
  const wall = pen.createLinearGradient(0, 0, 0, height)
  wall.addColorStop(0, '#f6e3cc')
  wall.addColorStop(0.6, '#d9a886')
  wall.addColorStop(1, '#6d4638')
  pen.fillStyle = wall
  pen.fillRect(0, 0, width, height)
  const ball = (x: number, y: number, [rx, ry]: readonly [number, number]) => {
    pen.beginPath()
    pen.ellipse(width * x, height * y, rx * height, ry * height, 0, 0, 7)
    pen.fill()
  }
  pen.fillStyle = '#2f4a46'
  ball(0.5, 0.86, [0.2, 0.3])
  pen.fillStyle = '#2b1a17'
  ball(0.5, 0.34, [0.115, 0.15])
  pen.fillStyle = '#efbd9a'
  ball(0.5, 0.38, [0.095, 0.12])
}
