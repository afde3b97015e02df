// The stage until the show has ended: of whoever may host, and of whoever watches.
import { useContext } from 'react'
import { HostStage } from './HostStage.tsx'
import { SendingContext } from './useHostPicture.ts'
import { WatchStage } from './WatchStage.tsx'

export function PictureStage() {
  const sending = useContext(SendingContext)
  return sending ? <HostStage sending={sending} /> : <WatchStage />
}
