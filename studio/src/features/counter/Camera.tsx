// The camera with a frame, in which a customer's code is read.
import { scanQr } from '@lantern/shared/ui/scanQr.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWords } from '../../words.ts'

export function Camera({ onCode }: { readonly onCode: (code: string) => void }) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [hasCamera, setCamera] = useState(true)
  const tell = useEffectEvent(onCode)
  useEffect(() => {
    const { current } = video
    if (current === null) return
    const stop = new AbortController()
    scanQr(current, stop.signal, (code) => tell(code)).catch(() => setCamera(false))
    return () => stop.abort()
  }, [])

  if (!hasCamera) return <p role="status">{say('counter.noCamera')}</p>
  return (
    <div className="counter-camera">
      <video ref={video} muted playsInline />
      <p>{say('counter.aim')}</p>
    </div>
  )
}
