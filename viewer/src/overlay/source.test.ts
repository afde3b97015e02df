import { describe, expect, it } from 'vitest'
import { createSource } from './source.ts'

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
  turn(to: DocumentVisibilityState): void {
    this.visibilityState = to
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

const obs = (detail: unknown) => new CustomEvent('obsSourceActiveChanged', { detail })

function open() {
  const [frame, page] = [new EventTarget(), new Page()]
  return { frame, page, source: createSource(frame, page) }
}

describe('the source', () => {
  it('is in the picture from the start in a page that is to be seen', () => {
    expect(open().source.getView()).toEqual({ active: true, entrances: 0 })
  })

  it('plays its entrance whenever OBS brings it into the picture', () => {
    const { frame, source } = open()

    frame.dispatchEvent(obs({ active: false }))
    expect(source.getView()).toEqual({ active: false, entrances: 0 })
    frame.dispatchEvent(obs({ active: true }))
    frame.dispatchEvent(obs({ active: true }))

    expect(source.getView()).toEqual({ active: true, entrances: 1 })
  })

  it('believes OBS rather than the page: its browser draws off screen', () => {
    const { frame, page, source } = open()
    frame.dispatchEvent(obs({ active: true }))

    page.turn('hidden')

    expect(source.getView().active).toBe(true)
  })

  it('follows the page in a plain browser, and passes over events that say nothing', () => {
    const { frame, page, source } = open()
    frame.dispatchEvent(obs('no'))
    frame.dispatchEvent(obs({ active: 'yes' }))

    page.turn('hidden')
    page.turn('visible')

    expect(source.getView()).toEqual({ active: true, entrances: 1 })
  })
})
