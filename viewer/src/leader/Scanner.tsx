// The camera with a frame, in which a QR code is read.
import { scanQr } from '@lantern/shared/ui/scanQr.ts'
import { useEffect, useRef, useState } from 'react'
import { useSaid } from './words.ts'

export function Scanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const { t } = useSaid()
  const video = useRef<HTMLVideoElement>(null)
  const [hasCamera, setCamera] = useState(true)
  const tell = useRef(onCode)
  useEffect(() => {
    tell.current = onCode
  }, [onCode])
  useEffect(() => {
    const { current } = video
    if (current === null) return
    const stop = new AbortController()
    scanQr(current, stop.signal, (code) => tell.current(code)).catch(() => setCamera(false))
    return () => stop.abort()
  }, [])

  if (!hasCamera) return <p className="bound-note">{t('noCamera')}</p>
  return (
    <div className="lead-cam" data-testid="camera">
      <video ref={video} muted playsInline />
      <i />
      <p>
        <span>{t('aim')}</span>
      </p>
    </div>
  )
}
