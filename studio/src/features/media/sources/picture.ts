// The host's own picture: which source, whether it is sent, and what is muted; outlives renders and closes its tracks.
import type { HostMedia } from '@lantern/shared/client/types.ts'
import type { SourceMemory } from './remembered.ts'
import type { OpenedSource, Source, SourceChoice, SourceProblem } from './source.ts'

export interface PictureView {
  readonly choice: SourceChoice | null
  readonly stream: MediaStream | null
  readonly opening: boolean
  readonly problem: SourceProblem | null
  readonly muted: boolean
  readonly cameraOff: boolean
  /** Neither picture nor sound go out for now; what was muted or off stays so afterwards. */
  readonly paused: boolean
  /** Whether the picture is meant to be sent; how that goes is the media's own status. False once another device took over. */
  readonly sending: boolean
}

export interface Picture {
  getView(): PictureView
  subscribe(listener: () => void): () => void
  /** Opens the source and shows it; while sending, viewers get it at once. A failed change keeps what was there. */
  choose(choice: SourceChoice): Promise<void>
  /** Sends the open source; resolves when it has been taken, false when there is none or the server said no for good. */
  send(): Promise<boolean>
  /** Opens again what this tab had before a reload, and sends it when it was sent. */
  resume(): Promise<void>
  setMuted(muted: boolean): void
  setCameraOff(off: boolean): void
  setPaused(paused: boolean): void
  close(): void
}

export interface PictureParts {
  readonly media: HostMedia
  readonly memory: SourceMemory
  readonly open: (choice: SourceChoice) => Promise<OpenedSource>
}

const NOTHING: PictureView = {
  choice: null,
  stream: null,
  opening: false,
  problem: null,
  muted: false,
  cameraOff: false,
  paused: false,
  sending: false,
}

export function createPicture(parts: PictureParts): Picture {
  const state = createState()
  const choose = (choice: SourceChoice): Promise<void> => chooseSource(state, parts, choice)
  const send = (): Promise<boolean> => sendSource(state, parts)
  const unfollow = followMedia(state, parts)

  return {
    getView: () => state.view,
    subscribe: (listener) => {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
    choose,
    send,
    resume: async () => {
      const remembered = parts.memory.read()
      if (!remembered || state.source || state.view.opening) return
      await choose(remembered.choice)
      if (remembered.sending) await send()
    },
    setMuted: (muted) => rest(state, parts.media, { muted }),
    setCameraOff: (cameraOff) => rest(state, parts.media, { cameraOff }),
    setPaused: (paused) => rest(state, parts.media, { paused }),
    close: () => {
      state.closed = true
      unfollow()
      state.source?.close()
      state.source = null
      state.listeners.clear()
    },
  }
}

interface State {
  view: PictureView
  source: Source | null
  closed: boolean
  /** Counts choices, so that one overtaken by a later one closes what it opened. */
  turn: number
  readonly listeners: Set<() => void>
  set(change: Partial<PictureView>): void
}

function createState(): State {
  const state: State = {
    view: NOTHING,
    source: null,
    closed: false,
    turn: 0,
    listeners: new Set(),
    set: (change) => {
      state.view = { ...state.view, ...change }
      applyMutes(state.view)
      for (const listener of state.listeners) listener()
    },
  }
  return state
}

type Resting = Partial<Pick<PictureView, 'muted' | 'cameraOff' | 'paused'>>

function rest(state: State, media: HostMedia, change: Resting): void {
  state.set(change)
  const { audio, video } = silent(state.view)
  media.setPaused('audio', audio)
  media.setPaused('video', video)
  state.source?.setResting?.(video)
}

function silent({ muted, cameraOff, paused }: PictureView): Record<'audio' | 'video', boolean> {
  return { audio: muted || paused, video: cameraOff || paused }
}

async function chooseSource(state: State, { media, memory, open }: PictureParts, choice: SourceChoice): Promise<void> {
  const mine = ++state.turn
  state.set({ opening: true, problem: null })
  const opened = await open(choice)
  if (state.closed || mine !== state.turn) {
    if (opened.ok) opened.source.close()
    return
  }
  if (!opened.ok) return state.set({ opening: false, problem: opened.problem })

  const before = state.source
  state.source = opened.source
  if (silent(state.view).video) opened.source.setResting?.(true)
  state.set({ choice, stream: opened.source.stream, opening: false })
  memory.write({ choice, sending: state.view.sending })
  if (state.view.sending) await media.publish(opened.source.stream)
  before?.close()
}

async function sendSource(state: State, { media, memory }: PictureParts): Promise<boolean> {
  const { source, view } = state
  if (!source || !view.choice) return false
  memory.write({ choice: view.choice, sending: true })
  state.set({ sending: true })
  await media.publish(source.stream)
  return state.view.sending
}

/** The media stops by itself when another device took over or the server says no for good: nor is it sent after a reload then. */
function followMedia(state: State, { media, memory }: PictureParts): () => void {
  return media.subscribe(() => {
    const { status, refusal } = media.getView()
    const { sending, choice } = state.view
    if (!sending || status !== 'idle' || refusal === null) return
    if (choice) memory.write({ choice, sending: false })
    state.set({ sending: false })
  })
}

function applyMutes(view: PictureView): void {
  const { audio, video } = silent(view)
  view.stream?.getAudioTracks().forEach((track) => (track.enabled = !audio))
  view.stream?.getVideoTracks().forEach((track) => (track.enabled = !video))
}
