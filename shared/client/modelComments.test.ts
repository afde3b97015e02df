// What is said, as a client keeps it: hidden comments go and come back, the pinned one, likes, what staff look at.
import { expect, test } from 'vitest'
import { pinnedComment } from './pinnedComment.ts'
import { aComment, aSnapshot, aCommenting, readSnapshot, readTold } from './builders.ts'
import { EMPTY_STAFF_STATE } from '../contract/slices.ts'
import { applyFrame, applySnapshot, EMPTY_MODEL } from './model.ts'
import type { RoomModel } from './model.ts'

const snapshot = (room: object = {}, part: object = {}) => readSnapshot(aSnapshot({ room, ...part }))
const inRoom = (room: object) => ({ room })
const onDesk = (desk: object) => ({ desk })
const told = (rows: object[]) => inRoom({ comments: { rows, removed: [] } })
const said = (...seqs: number[]) => told(seqs.map(aComment))
const gone = (...seqs: number[]) => inRoom({ comments: { rows: [], removed: seqs.map((seq) => `c${seq}`) } })
const play = (model: RoomModel, ...frames: object[]) =>
  frames.reduce<RoomModel>(
    (before, part) => applyFrame(before, readTold('frame', { epoch: 'e1', n: 1, now: 0, ...part })),
    model,
  )
const start = (room: object = {}) => applySnapshot(EMPTY_MODEL, snapshot(room))
const seqs = ({ room }: RoomModel) => room?.comments.rows.map(({ seq }) => seq)
const marked = (id: string, version: number, part: object = {}) => {
  return { ...aComment(1), id, state: 'held', reports: 0, judgedBy: null, version, ...part }
}

test('a hidden comment goes, with what quotes it, and comes back to its place', () => {
  const reply = { ...aComment(3), replyTo: { id: 'c1', name: 'Ann', text: '1' } }
  const model = play(start(), said(1, 2), told([reply]))

  const hidden = play(model, gone(1))
  const back = play(hidden, said(1))

  expect(seqs(hidden)).toEqual([2, 3])
  expect(hidden.room?.comments.rows.at(-1)).not.toHaveProperty('replyTo')
  expect(hidden.room?.comments.removed).toEqual(['c1'])
  expect(seqs(back)).toEqual([1, 2, 3])
  expect(back.room?.comments.removed).toEqual([])
})

test('what was hidden while the connection was away is gone with the next snapshot, near and far', () => {
  const model = play(start(), said(1, 2, 3, 4, 5, 6))

  const after = applySnapshot(model, snapshot({ comments: { rows: [3, 5].map(aComment), removed: ['c2'] } }))

  // 4 is missing within the snapshot's span; 1 and 6 lie outside of it.
  expect(seqs(after)).toEqual([1, 3, 5, 6])
})

test('the pinned comment is not shown any more once it is hidden, before the room says so', () => {
  const model = start({ talk: aCommenting({ pinned: aComment(1), version: 3 }) })

  expect(pinnedComment(play(model, gone(2)).room)?.id).toBe('c1')
  expect(pinnedComment(play(model, gone(1)).room)).toBeNull()
})

test('the rules of the highest version win, likes only rise', () => {
  const model = play(
    start({ likes: 5 }),
    inRoom({ talk: aCommenting({ slowMs: 9, version: 4 }) }),
    inRoom({ talk: aCommenting({ slowMs: 1, version: 3 }) }),
    inRoom({ likes: 8 }),
    inRoom({ likes: 6 }),
  )

  expect(model.room).toMatchObject({ talk: { slowMs: 9 }, likes: 8 })
  expect(applySnapshot(model, snapshot({ likes: 7 })).room).toMatchObject({ talk: { slowMs: 9 }, likes: 8 })
})

test('staff keep the best version of what they look at, and of who may not write', () => {
  const desk = { ...EMPTY_STAFF_STATE, marked: [marked('a', 2)] }
  const model = applySnapshot(EMPTY_MODEL, snapshot({}, { desk }))
  const standing = { viewerId: 'v', name: 'V', mutedUntil: null, ban: 'open', version: 5 }

  const after = play(
    model,
    onDesk({ marked: [marked('a', 4, { state: 'shown' }), marked('b', 3)] }),
    onDesk({ marked: [marked('a', 3, { state: 'hidden' })] }),
    onDesk({ standings: [standing] }),
    onDesk({ standings: [{ ...standing, ban: null, version: 4 }] }),
  )

  expect(after.desk?.marked.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'shown'],
    ['b', 'held'],
  ])
  expect(after.desk?.standings).toMatchObject([{ viewerId: 'v', ban: 'open' }])
})
