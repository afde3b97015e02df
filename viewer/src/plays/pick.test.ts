// Which play stands over the card and which wait beside it, whatever their kinds.
import { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { foldOf, frontOf, type Listed, placesOf, takeOf } from './pick.ts'

const id = (name: string) => ActivityId.parse(name)

function aPlay(name: string, part: object = {}): Listed {
  const times = { opensAt: null, lengthMs: null, openedAt: 1, closesAt: null, closedAt: null }
  const life = {
    id: name,
    kind: 'poll',
    state: 'open',
    places: null,
    conditions: [],
    entries: 0,
    revision: 1,
    version: 1,
  }
  return { kind: 'poll', life: ActivityLife.parse({ ...life, ...times, ...part }) }
}

const poll = aPlay('poll')
const draw: Listed = { ...aPlay('draw', { revision: 2 }), kind: 'draw' }
const packet: Listed = { ...aPlay('packet', { revision: 3 }), kind: 'redPacket' }
const coupon: Listed = { ...aPlay('coupon', { revision: 4 }), kind: 'coupon' }

test('the one in front is open, and of those that run beside it two stand there, the latest first', () => {
  expect(placesOf([poll, draw, packet, coupon], id('poll'), null)).toEqual({
    placed: poll,
    isOpen: true,
    beside: [coupon, packet],
  })
})

test('with none in front all that run wait beside', () => {
  const over = aPlay('over', { state: 'settled' })
  expect(placesOf([over, poll, draw], null, null)).toEqual({ placed: null, isOpen: false, beside: [draw, poll] })
})

test('one that is over and calls for the viewer waits beside, before those that run', () => {
  const won = { ...aPlay('won', { state: 'settled', revision: 0 }), calls: true }
  const lost = { ...aPlay('lost', { state: 'settled' }), calls: false }
  expect(placesOf([won, lost, poll, draw, packet], id('poll'), null).beside).toEqual([won, packet])
  expect(placesOf([won, poll], id('poll'), takeOf(won, poll)).placed).toBe(won)
})

test('what is over stays in front until it is put away; what was cancelled is gone', () => {
  const over = aPlay('over', { state: 'settled' })
  const gone = aPlay('gone', { state: 'cancelled' })
  expect(placesOf([over], id('over'), null).placed).toBe(over)
  expect(placesOf([gone], id('gone'), null).placed).toBeNull()
})

test('one taken from beside takes the place; folded it goes back, and the one in front is a line until it is opened', () => {
  const all = [poll, draw]
  const taken = takeOf(draw, poll)
  const withTaken = placesOf(all, id('poll'), taken)
  expect(withTaken).toEqual({ placed: draw, isOpen: true, beside: [poll] })

  const folded = foldOf(withTaken, poll)
  const after = placesOf(all, id('poll'), folded)
  expect(after).toEqual({ placed: poll, isOpen: false, beside: [draw] })
  expect(placesOf(all, id('poll'), foldOf(after, poll)).isOpen).toBe(true)
})

test('whatever comes to the front is opened, whatever the viewer had open or folded before', () => {
  const all = [poll, draw]
  const folded = foldOf(placesOf(all, id('poll'), null), poll)

  expect(placesOf(all, id('draw'), folded)).toEqual({ placed: draw, isOpen: true, beside: [poll] })
  expect(placesOf(all, id('draw'), takeOf(draw, poll)).placed).toBe(draw)
})

test('one that was taken and is cancelled leaves the place to the one in front', () => {
  const gone: Listed = { ...draw, life: { ...draw.life, state: 'cancelled' } }
  expect(placesOf([poll, gone], id('poll'), takeOf(draw, poll))).toEqual({ placed: poll, isOpen: true, beside: [] })
  expect(frontOf([gone], id('draw'))).toBeNull()
})
