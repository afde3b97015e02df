import { aComment } from '@lantern/shared/client/builders.ts'
import { StaffComment } from '@lantern/shared/contract/comments.ts'
import { Comment } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { queueOf, streamOf } from './stream.ts'

const said = (seq: number) => Comment.parse(aComment(seq))
const marked = (seq: number, part: object = {}) =>
  StaffComment.parse({ ...aComment(seq), state: 'hidden', reports: 0, judgedBy: null, version: seq + 10, ...part })

describe('the desk’s comments', () => {
  it('are those of the room with those that only staff see, each once and in its place', () => {
    const rows = streamOf(
      { comments: { rows: [said(1), said(3)], removed: [] } },
      { marked: [marked(2), marked(3, { reports: 2, state: 'shown' })] },
      [],
    )

    expect(rows.map(({ seq, state, reports }) => [seq, state, reports])).toEqual([
      [1, 'shown', 0],
      [2, 'hidden', 0],
      [3, 'shown', 2],
    ])
  })

  it('take an older page in, but believe what was told later', () => {
    const older = [marked(1, { state: 'shown', version: 1 }), marked(2, { state: 'shown', version: 2 })]

    const rows = streamOf({ comments: { rows: [said(3)], removed: [] } }, { marked: [marked(2)] }, older)

    expect(rows.map(({ seq, state }) => [seq, state])).toEqual([
      [1, 'shown'],
      [2, 'hidden'],
      [3, 'shown'],
    ])
  })

  it('never show what was erased', () => {
    expect(
      streamOf({ comments: { rows: [], removed: [] } }, { marked: [marked(1, { state: 'erased' })] }, [
        marked(1, { version: 1 }),
      ]),
    ).toEqual([])
  })

  it('wait for a decision when they are held or reported', () => {
    const rows = [
      marked(2, { state: 'held' }),
      marked(1, { state: 'held' }),
      marked(3, { state: 'shown', reports: 1 }),
      marked(4),
    ]

    expect(queueOf(rows, 'held').map(({ seq }) => seq)).toEqual([1, 2])
    expect(queueOf(rows, 'reported').map(({ seq }) => seq)).toEqual([3])
  })
})
