// The desk's keys: 1-9 pin, F flash sale, M mute, / search, ? the list of them.
import { useEffect, useRef, useState } from 'react'
import type { DeskValue } from './DeskContext.ts'
import { type DeskKey, deskKeyOf, type Pressed } from './deskKeys.ts'
import { nextPins } from './rundown/pins.ts'

/** Parts of the desk listen for these on the window: they own the field or the microphone that is meant. */
export const DESK_KEY = 'lantern:key'

export function useDeskKeys(desk: DeskValue) {
  const [shown, setShown] = useState(false)
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  }, [desk])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = pressedBy(event)
      if (key === 'list') setShown((before) => !before)
      else if (key === 'close') setShown(false)
      else if (typeof key === 'string') dispatchEvent(new CustomEvent(DESK_KEY, { detail: key }))
      else if (key === null || !pinNumber(latest.current, key)) return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  return { shown, open: () => setShown(true), close: () => setShown(false) }
}

/** Calls back when this key was pressed anywhere on the desk. */
export function useDeskKey(wanted: DeskKey, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  }, [act])
  useEffect(() => {
    const onKey = (event: Event): void => {
      if (event instanceof CustomEvent && event.detail === wanted) latest.current()
    }
    addEventListener(DESK_KEY, onKey)
    return () => removeEventListener(DESK_KEY, onKey)
  }, [wanted])
}

function pinNumber(desk: DeskValue, number: number): boolean {
  const product = desk.room.products.find((each) => each.number === number)
  if (!product || !desk.may('pins:set') || desk.room.show.phase === 'ended') return false
  void desk.send('pins:set', { productIds: nextPins(desk.room.pins.productIds, product.id) })
  return true
}

function pressedBy(event: KeyboardEvent): Pressed {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.repeat
  const over = document.querySelector('dialog[open], [role="dialog"], [role="alertdialog"]')
  const typing = isTyping(event.target)
  return deskKeyOf({ key: event.key, modified, typing, over: over && (over.matches('.keys') ? 'list' : 'dialog') })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
