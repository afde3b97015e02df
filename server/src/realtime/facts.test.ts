// The comment lane: what waits for its tick and was taken away meanwhile is told to nobody.
import { Comment } from '@lantern/shared/contract/things.ts'
import { expect, it } from 'vitest'
import { createCommentLane } from './facts.ts'

const about = { viewerId: 'v1', name: 'Ann', fromStaff: false, at: 0 }
const comment = (seq: number) => Comment.parse({ ...about, id: `c${seq}`, text: `${seq}`, seq })

it('a comment hidden before its tick leaves the lane, and what quotes it no longer does', () => {
  const lane = createCommentLane()
  const reply = { ...comment(3), replyTo: { id: comment(1).id, name: 'Ann', text: '1' } }
  lane.add({ comments: [comment(1), comment(2), reply], silent: [comment(4), comment(5)] })

  lane.drop([comment(1).id])

  lane.drop([comment(4).id])
  const { comments, silent } = lane.take()
  expect(comments).toEqual([comment(2), comment(3)])
  expect([...silent]).toEqual([['v1', [comment(5)]]])
  expect(lane.take()).toEqual({ comments: [], silent: new Map() })
})

it('one that comes back after it was hidden is told', () => {
  const lane = createCommentLane()
  lane.add({ comments: [comment(1)], silent: [] })
  lane.drop([comment(1).id])

  lane.add({ comments: [comment(1)], silent: [] })

  expect(lane.take().comments).toEqual([comment(1)])
})
