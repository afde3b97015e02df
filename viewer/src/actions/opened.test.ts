// When a page opened: the moment its room was first known, whatever comes later.
import { createStore } from '@lantern/shared/client/store.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { expect, test } from 'vitest'
import { aRoom } from '../view/builders.ts'
import { watchOpened } from './opened.ts'

test('a page opened when its room was first known', () => {
  const { get, patch, subscribe } = createStore<Pick<RoomView, 'room'>>({ room: null })
  const time = { now: 1_000 }
  const openedAt = watchOpened({ clock: { now: () => time.now }, getView: get, subscribe })
  expect(openedAt()).toBeNull()

  time.now = 2_000
  patch({ room: aRoom() })
  time.now = 3_000
  patch({ room: aRoom() })

  expect(openedAt()).toBe(2_000)
})
