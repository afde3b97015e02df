// The desk's keys: those of features, / to search, ? for the list of them.
import { useEffect, useRef, useState } from 'react'
import type { DeskValue } from './DeskContext.ts'
import type { DeskKey, Studio } from '../places.ts'
import { useStudio } from '../useParts.ts'
import { deskKeyOf, SEARCH_KEY } from './deskKeys.ts'

/** Parts of the desk listen for these on the window: they own the field or the microphone that is meant. */
export const DESK_KEY = 'lantern:key'

export function useDeskKeys(desk: DeskValue) {
  const studio = useStudio()
  const { keys } = studio
  const [shown, setShown] = useState(false)
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  }, [desk])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = pressedBy(event, keys)
      if (key === 'list') setShown((before) => !before)
      else if (key === 'close') setShown(false)
      else if (key === null || !press(latest.current, studio, key)) return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [keys, studio])

  return { shown, open: () => setShown(true), close: () => setShown(false) }
}

/** Calls back when this key was pressed anywhere on the desk. */
export function useDeskKey(wanted: string, act: () => void): void {
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

function press(desk: DeskValue, { keys: all, parts }: Studio, key: string): boolean {
  const known = all.find(({ keys }) => keys.includes(key))
  if (known?.press) return known.press(desk, key, parts)
  dispatchEvent(new CustomEvent(DESK_KEY, { detail: key }))
  return true
}

function pressedBy(event: KeyboardEvent, all: readonly DeskKey[]): string | null {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.repeat
  const over = document.querySelector('dialog[open], [role="dialog"], [role="alertdialog"]')
  const typing = isTyping(event.target)
  const facts = { key: event.key, modified, typing, over: over && (over.matches('.keys') ? 'list' : 'dialog') } as const
  return deskKeyOf(facts, [SEARCH_KEY, ...all.flatMap(({ keys }) => keys)])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
