// A page whose cookie is over loads once, keeps what its history knew, and stops where loading does not help.
import type { RoomView } from '@lantern/shared/client/types.ts'
import { EMPTY_MODEL } from '@lantern/shared/client/model.ts'
import { createStore } from '@lantern/shared/client/store.ts'
import { expect, it } from 'vitest'
import { renewWhenOver } from './renew.ts'

const VIEW: RoomView = { status: 'joined', refusal: null, media: null, combines: false, ...EMPTY_MODEL }

/** One tab: its history stays from load to load. */
function openTab() {
  const tab = { now: 1_000_000, loads: 0, state: { sheet: 'open' } as unknown }
  const load = (cookieIsGood: boolean) => {
    const store = createStore<RoomView>(VIEW)
    renewWhenOver(
      { getView: store.get, subscribe: store.subscribe },
      {
        history: {
          get state() {
            return tab.state
          },
          replaceState: (state: unknown) => void (tab.state = state),
        },
        location: { href: 'https://shop.example/s/autumn', reload: () => void (tab.loads += 1) },
        now: () => tab.now,
      },
    )
    if (!cookieIsGood) store.patch({ status: 'refused', refusal: 'SESSION_OVER' })
    return store
  }
  return { tab, load }
}

it('loads once when the cookie is over, and keeps what the history knew', () => {
  const { tab, load } = openTab()
  const store = load(true)
  store.patch({ status: 'refused', refusal: 'SESSION_OVER' })
  store.patch({ status: 'refused' })

  expect(tab.loads).toBe(1)
  expect(tab.state).toMatchObject({ sheet: 'open' })
})

it('does not load again and again where no cookie is kept', () => {
  const { tab, load } = openTab()
  for (let times = 0; times < 5; times += 1) {
    load(false)
    tab.now += 2_000
  }
  expect(tab.loads).toBe(1)

  tab.now += 60_000
  load(false)
  expect(tab.loads).toBe(2)
})

it('loads for nothing else', () => {
  const { tab, load } = openTab()
  load(true).patch({ status: 'refused', refusal: 'SHOW_NOT_FOUND' })
  expect(tab.loads).toBe(0)
})
