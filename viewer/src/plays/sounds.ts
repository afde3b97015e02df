// Short sounds of plays: a few notes made here, heard only where the picture is heard already, and switched off in the menu.
import { createStore } from '@lantern/shared/client/store.ts'
import { useSyncExternalStore } from 'react'

interface Note {
  readonly hertz: number
  readonly afterS: number
}

/** `opens`: one has opened; `in`: one's tap counts; `got`: something was in it; `step`: everyone pays less; `drawn`: names. */
const TUNES = {
  opens: [{ hertz: 523.3, afterS: 0 }],
  in: [{ hertz: 659.3, afterS: 0 }],
  got: [
    { hertz: 659.3, afterS: 0 },
    { hertz: 880, afterS: 0.12 },
  ],
  step: [
    { hertz: 523.3, afterS: 0 },
    { hertz: 659.3, afterS: 0.1 },
    { hertz: 784, afterS: 0.2 },
  ],
  drawn: [
    { hertz: 659.3, afterS: 0 },
    { hertz: 987.8, afterS: 0.14 },
  ],
} as const satisfies Record<string, readonly Note[]>
export type Tune = keyof typeof TUNES

const LOUD = 0.12
const LONG_S = 0.5
const KEPT = 'lantern.playSounds'

const sounds = createStore({ isOn: localStorage.getItem(KEPT) !== 'off' })

/** Kept in this browser. */
export function switchSounds(isOn: boolean): void {
  localStorage.setItem(KEPT, isOn ? 'on' : 'off')
  sounds.patch({ isOn })
}

export function useSoundsOn(): boolean {
  return useSyncExternalStore(sounds.subscribe, () => sounds.get().isOn)
}

/** Answers how to stop it. */
export function playTune(tune: Tune): () => void {
  if (!sounds.get().isOn || !isHeard()) return () => undefined
  const context = new AudioContext()
  const close = () => void (context.state === 'closed' ? undefined : context.close())
  TUNES[tune].forEach(({ hertz, afterS }) => playNote(context, hertz, context.currentTime + afterS))
  const timer = setTimeout(close, 2000 * LONG_S)
  return () => {
    clearTimeout(timer)
    close()
  }
}

/** Whoever has not asked for sound, with a tap on it, is not startled by one. */
function isHeard(): boolean {
  const video = document.querySelector('video')
  return video !== null && !video.muted && !video.paused && video.volume > 0
}

function playNote(context: AudioContext, hertz: number, at: number): void {
  const gain = context.createGain()
  gain.gain.setValueAtTime(LOUD, at)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + LONG_S)
  const note = context.createOscillator()
  note.frequency.value = hertz
  note.connect(gain).connect(context.destination)
  note.start(at)
  note.stop(at + LONG_S)
}
