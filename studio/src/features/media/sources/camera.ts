// Camera and microphone, with the browser's refusals turned into problems that have words.
import type { OpenedSource, SourceChoice, SourceProblem } from './source.ts'

type CameraChoice = Extract<SourceChoice, { kind: 'camera' }>

export interface Devices {
  readonly cameras: readonly MediaDeviceInfo[]
  readonly microphones: readonly MediaDeviceInfo[]
}

/** False over plain http on a LAN address, where browsers hide cameras. */
export function cameraReachable(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function'
}

export async function openCamera(choice: CameraChoice): Promise<OpenedSource> {
  if (!cameraReachable()) return { ok: false, problem: 'needs_https' }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { ...device(choice.cameraId), ...wishedShape(), frameRate: { ideal: 30 } },
      audio: { ...device(choice.microphoneId), echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
    return { ok: true, source: { stream, close: () => stream.getTracks().forEach((track) => track.stop()) } }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** Empty names until the person has allowed the camera once. */
export async function listDevices(): Promise<Devices> {
  if (!cameraReachable()) return { cameras: [], microphones: [] }
  const all = await navigator.mediaDevices.enumerateDevices()
  const named = all.filter((each) => each.deviceId !== '')
  return {
    cameras: named.filter((each) => each.kind === 'videoinput'),
    microphones: named.filter((each) => each.kind === 'audioinput'),
  }
}

export function problemOf(error: unknown): SourceProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not_allowed'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'not_found'
  if (name === 'NotReadableError' || name === 'AbortError') return 'in_use'
  return 'failed'
}

function device(id: string | null): MediaTrackConstraints {
  return id ? { deviceId: { exact: id } } : {}
}

/** A phone held upright films upright: its browser turns the sizes with the sensor. */
function wishedShape(): MediaTrackConstraints {
  const phone = matchMedia('(pointer: coarse) and (max-width: 600px)').matches
  return { width: { ideal: 1280 }, height: { ideal: 720 }, ...(phone ? { facingMode: 'user' } : {}) }
}
