// Turns the rounds into medians, the table, the result lines and the gates.
import { alignColumns, markdownTable } from '../ledger/report.ts'
import { median } from '../ledger/stats.ts'
import { GATES, JUDGED_AT, type LoadName, type SenderName } from './plan.ts'
import type { ShowFigures } from './show.ts'
import type { WireRow } from './wire.ts'

export interface RoomRounds {
  /** Of all rounds and sizes. */
  readonly wire: readonly WireRow[]
  readonly shows: readonly ShowFigures[]
}

export interface RoomResult {
  readonly name: string
  readonly value: number
  readonly digits: number
  readonly gate: string
  readonly ok: boolean
}

interface Which {
  readonly sender: SenderName
  readonly load: LoadName
  readonly sockets: number
}

/** Medians over the rounds; NaN: not measured. */
function figuresOf(wire: readonly WireRow[], { sender, load, sockets }: Which) {
  const rows = wire.filter((row) => row.sender === sender && row.load === load && row.sockets === sockets)
  return {
    perFrame: median(rows.map((row) => row.perFrame)),
    perComment: median(rows.map((row) => row.perComment ?? NaN)),
    frameBytes: median(rows.map((row) => row.frameBytes)),
  }
}

function atLeast(name: string, value: number, gate: number): RoomResult {
  return { name, value, digits: 2, gate: `>= ${gate}`, ok: value >= gate }
}

/** In the order they are printed. A figure that is missing misses its gate. */
export function judge({ wire, shows }: RoomRounds): readonly RoomResult[] {
  const at = (sender: SenderName, load: LoadName) => figuresOf(wire, { sender, load, sockets: JUDGED_AT })
  const naive = at('emit', 'comment').perComment
  const pinP99Ms = median(shows.map((show) => show.pinP99Ms))
  const isIdentical = shows.length > 0 && shows.every((show) => show.isIdentical)
  return [
    atLeast('sampled_vs_naive', naive / at('publisher', 'comments4').perComment, GATES.sampledVsNaive),
    atLeast('comments_vs_naive', naive / at('publisher', 'comments40').perComment, GATES.commentsVsNaive),
    atLeast(
      'broadcast_vs_socketio',
      at('emit', 'state').perFrame / at('publisher', 'state').perFrame,
      GATES.broadcastVsSocketio,
    ),
    { name: 'pin_p99_ms', value: pinP99Ms, digits: 0, gate: `<= ${GATES.pinP99Ms}`, ok: pinP99Ms <= GATES.pinP99Ms },
    { name: 'state_identical', value: Number(isIdentical), digits: 0, gate: '1', ok: isIdentical },
  ]
}

export const resultLine = ({ name, value, digits }: RoomResult) => `result ${name} ${value.toFixed(digits)}`

const TITLES: Readonly<Record<SenderName, string>> = {
  publisher: 'publisher, the server’s own',
  emit: 'socket.io, `io.to(room).emit`',
  ws: 'ws, `send` in a loop',
}

const LOADS: Readonly<Record<LoadName, string>> = {
  comments40: '40 comments in a frame',
  comments4: '4 comments in a frame (sampled)',
  comment: 'a comment by itself',
  state: 'a change of state',
}

const TABLE_HEAD = ['sender', 'what', 'sockets', 'frame bytes', 'µs per frame', 'µs per comment'] as const

function tableOf({ wire }: RoomRounds): readonly (readonly string[])[] {
  const keys = new Map(wire.map((row) => [`${row.sockets} ${row.sender} ${row.load}`, row]))
  const lines = [...keys.values()].map((row) => {
    const { perFrame, perComment, frameBytes } = figuresOf(wire, row)
    const comment = Number.isNaN(perComment) ? '-' : perComment.toFixed(3)
    return [
      TITLES[row.sender],
      LOADS[row.load],
      String(row.sockets),
      String(Math.round(frameBytes)),
      perFrame.toFixed(2),
      comment,
    ]
  })
  return [TABLE_HEAD, ...lines]
}

export const printedTable = (rounds: RoomRounds) => alignColumns(tableOf(rounds))
export const writtenTable = (rounds: RoomRounds) => markdownTable(tableOf(rounds))

/** What the show says beside its results, in words. */
export function describeShows({ shows }: RoomRounds): string {
  const of = (pick: (show: ShowFigures) => number, digits: number) => median(shows.map(pick)).toFixed(digits)
  const pins = shows.reduce((sum, show) => sum + show.pins, 0)
  const comments = shows.reduce((sum, show) => sum + show.comments, 0)
  return `In the show ${pins} pins reached every viewer while ${comments} comments did: half within ${of((show) => show.pinP50Ms, 0)} ms of the host's tap, 99 % within ${of((show) => show.pinP99Ms, 0)} ms. The whole server used ${of((show) => show.cores, 2)} cores. A join cost it ${of((show) => show.joinCpuMs, 2)} ms of CPU, from the connection to the snapshot.`
}
