// One's own comments among the room's.
import { aComment } from '@lantern/shared/client/builders.ts'
import { Comment } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { mergeComments } from './comments.ts'

const comment = (seq: number) => Comment.parse(aComment(seq))

describe('comments', () => {
  it('show one’s own before the room tells it, each once and in its place', () => {
    const room = { comments: { rows: [1, 3].map(comment), removed: [] } }

    expect(mergeComments(room, [comment(2), comment(3)]).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('keep one’s own that staff took away, and say so', () => {
    const room = { comments: { rows: [comment(1)], removed: [comment(2).id] } }

    expect(mergeComments(room, [comment(2)]).map(({ seq, gone }) => [seq, gone])).toEqual([
      [1, false],
      [2, true],
    ])
  })
})
