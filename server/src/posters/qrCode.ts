// A link as a QR code, for paper and for pictures.
import encodeQr from 'qr'
import sharp from 'sharp'

/** Pixels: enough for 8 cm of paper. */
const PNG_SIZE = 1024
/** Of the code's own squares: what scanners want around it. */
const QUIET = 4

export const drawQrSvg = (url: string): string => encodeQr(url, 'svg', { ecc: 'medium', border: QUIET })

export function drawQrPng(url: string): Promise<Buffer> {
  return sharp(Buffer.from(drawQrSvg(url)), { density: 72 })
    .resize(PNG_SIZE, PNG_SIZE, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
