// The picture's own blurred frame, once a second, behind a picture that does not fill the screen.
import { useEffect, useRef } from 'react'

const WIDTH = 48

export function Backdrop({ video, shape }: { readonly video: HTMLVideoElement | null; readonly shape: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const draw = () => {
      const pen = canvas.current?.getContext('2d')
      if (!pen || video === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
      pen.drawImage(video, 0, 0, pen.canvas.width, pen.canvas.height)
    }
    draw()
    const timer = setInterval(draw, 1_000)
    return () => clearInterval(timer)
  }, [video, shape])
  return (
    <canvas className="backdrop" ref={canvas} width={WIDTH} height={Math.round(WIDTH / shape)} aria-hidden="true" />
  )
}
