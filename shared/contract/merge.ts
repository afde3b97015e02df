// How each piece of a room's state takes in what is newer: one set of rules for the server's memory, for pages and for tests.
import { withoutComments } from './withoutComments.ts'
import type { CommentId } from './ids.ts'
import type { Role } from './roles.ts'
import type { Comment } from './things.ts'

/**
 * A kind of merging. `Value` is the shape of the whole slice and of a change of it alike: a change of rows is the rows that
 * changed. None of these changes what it is given, and each answers what it was given where nothing is new.
 */
export interface Merge<Value> {
  /** Of what staff see: the roles that do, where not all do. Others are told that it is empty. */
  readonly seenBy?: readonly Role[]
  /** Before anything was said of it; null where a room has always something to say. */
  readonly empty: Value | null
  /** What a change makes of what is known, whatever order changes come in. */
  apply(known: Value, change: Value): Value
  /** What a newer whole makes of what is known: the whole says which rows there are; a row known better already stays. */
  renew(known: Value, whole: Value): Value
  /** As a snapshot tells it: what is over is left out, and no more than the room needs to begin with. */
  tell(value: Value): Value
  /** Whether this can be taken in without harm; what is inside of rows is vouched for by the server's types. */
  fits(raw: unknown): boolean
}

/** A piece of what staff see that only these roles do. */
export function seenBy<Value>(roles: readonly Role[], merge: Merge<Value>): Merge<Value> {
  if (!merge.fits(merge.empty)) throw new Error('a piece that not everyone sees has to have an empty state')
  return { ...merge, seenBy: roles }
}

export interface Versioned {
  readonly version: number
}

function isVersioned(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'version' in raw && Number.isFinite(raw.version)
}

const asIs = <Value>(value: Value): Value => value

const isNewer = (told: Versioned, known: Versioned) => told.version > known.version

/** One row: the highest version wins. Null is a row that was never made. */
export function one<Value extends Versioned | null>(empty: Value | null = null): Merge<Value> {
  const later = (known: Value, told: Value): Value =>
    told === null || (known !== null && !isNewer(told, known)) ? known : told
  return { empty, apply: later, renew: later, tell: asIs, fits: (raw) => raw === null || isVersioned(raw) }
}

/** What has no version: the last word counts. */
export function gauge<Value>(empty: Value): Merge<Value> {
  const last = (_known: Value, told: Value): Value => told
  return { empty, apply: last, renew: last, tell: asIs, fits: (raw) => raw !== undefined && raw !== null }
}

/** A count that only rises. */
export function max(): Merge<number> {
  return { empty: 0, apply: Math.max, renew: Math.max, tell: asIs, fits: Number.isFinite }
}

export interface RowsRule<Row> {
  key(row: Row): string
  /** Without it rows keep their places, new ones come last. */
  readonly order?: (a: Row, b: Row) => number
  /** The first so many of the order are kept. */
  readonly keep?: number
  /** What a snapshot need not name any more. */
  readonly isGone?: (row: Row) => boolean
  /** Which of two equal versions is the later one; without it the one known stays. */
  readonly isLater?: (told: Row, known: Row) => boolean
}

/** Rows by key, each in its highest version. */
export function rows<Row extends Versioned>(rule: RowsRule<Row>): Merge<readonly Row[]> {
  const { key, order, keep = Infinity, isGone, isLater = isNewer } = rule
  const best = (known: Row | undefined, told: Row) => (known === undefined || isLater(told, known) ? told : known)
  const arrange = (all: Row[]) => (order ? all.sort(order) : all).slice(0, keep)
  return {
    empty: [],
    apply: (known, change) => {
      if (change.length === 0) return known
      const byKey = new Map(known.map((row) => [key(row), row]))
      for (const row of change) byKey.set(key(row), best(byKey.get(key(row)), row))
      return arrange([...byKey.values()])
    },
    renew: (known, whole) => {
      const byKey = new Map(known.map((row) => [key(row), row]))
      return arrange(whole.map((row) => best(byKey.get(key(row)), row)))
    },
    tell: (value) => (isGone ? value.filter((row) => !isGone(row)) : value),
    fits: (raw) => Array.isArray(raw) && raw.every(isVersioned),
  }
}

/** What was said: comments in their order, and which were taken away lately. */
export interface CommentLog {
  readonly rows: readonly Comment[]
  readonly removed: readonly CommentId[]
}

function isCommentLog(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null || !('rows' in raw && 'removed' in raw)) return false
  return Array.isArray(raw.rows) && Array.isArray(raw.removed)
}

/** Comments: what is removed goes, with what quotes it, and may come back. So many of each are kept, and so many told. */
export function comments({ keep, told }: { readonly keep: number; readonly told: number }): Merge<CommentLog> {
  const inOrder = (all: readonly Comment[]) => {
    const byId = new Map(all.map((comment) => [comment.id, comment]))
    return [...byId.values()].sort((a, b) => a.seq - b.seq || compareIds(a, b)).slice(-keep)
  }
  const without = (all: readonly Comment[], removed: readonly CommentId[]) =>
    removed.length === 0 ? [...all] : withoutComments(all, removed)
  const goneAfter = (known: readonly CommentId[], change: CommentLog) => {
    const back = new Set(change.rows.map(({ id }) => id))
    return [...new Set([...change.removed, ...known.filter((id) => !back.has(id))])].slice(0, keep)
  }
  return {
    empty: { rows: [], removed: [] },
    apply: (known, change) =>
      change.rows.length + change.removed.length === 0
        ? known
        : {
            rows: without(inOrder([...known.rows, ...change.rows]), change.removed),
            removed: goneAfter(known.removed, change),
          },
    // A whole has every comment of its span: a known one within it that it has not is gone; others stay to be read.
    renew: (known, whole) => {
      const [first, last] = [whole.rows[0]?.seq ?? 0, whole.rows.at(-1)?.seq ?? -1]
      const outside = known.rows.filter(({ seq }) => seq < first || seq > last)
      return { rows: without(inOrder([...outside, ...whole.rows]), whole.removed), removed: whole.removed }
    },
    tell: (value) => ({ rows: value.rows.slice(-told), removed: value.removed.slice(0, told) }),
    fits: isCommentLog,
  }
}

export function compareIds(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id)
}

/** How many rows of what happens in a show staff are kept told of. */
export const STAFF_ROWS = 200

export const byId = ({ id }: { readonly id: string }) => id
