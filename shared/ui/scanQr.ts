// Reads QR codes before the camera several times a second, by the browser where it can, or by a library.
import { createOnce } from './once.ts'

const EVERY_MS = 200
/** Pixels of the shorter side that are looked at: enough for a code on another phone. */
const WIDTH = 480

/** Each code once as long as it stays before the camera; throws where there is none. Its picture is shown in `video`. */
export async function scanQr(
  video: HTMLVideoElement,
  stop: AbortSignal,
  onCode: (code: string) => void,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
  const end = () => stream.getTracks().forEach((track) => track.stop())
  if (stop.aborted) return end()
  stop.addEventListener('abort', end)
  video.srcObject = stream
  await video.play().catch(() => undefined)
  const read = await createReader()
  const isNew = createOnce()
  const timer = setInterval(() => {
    if (video.videoWidth > 0)
      void read(video).then((code) => code !== null && !stop.aborted && isNew(code, Date.now()) && onCode(code))
  }, EVERY_MS)
  stop.addEventListener('abort', () => clearInterval(timer))
}

interface Detector {
  detect(image: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>
}
type MakeDetector = new (options: { formats: string[] }) => Detector

declare global {
  interface Window {
    /** Not in every browser. */
    readonly BarcodeDetector?: MakeDetector
  }
}

type Read = (video: HTMLVideoElement) => Promise<string | null>

async function createReader(): Promise<Read> {
  if (window.BarcodeDetector !== undefined) {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null
  }
  const { default: decodeQr } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    canvas.width = WIDTH
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth)
    pen?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const image = pen?.getImageData(0, 0, canvas.width, canvas.height)
    try {
      return image === undefined ? null : decodeQr(image)
    } catch {
      // No code in the picture.
      return null
    }
  }
}
