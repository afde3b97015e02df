// Keeps the host's picture above the desk, whose parts may fail.
import type { AroundDeskProps } from '../../places.ts'
import { roleMay } from '../../desk/DeskContext.ts'
import { SendingContext, useHostPicture } from './useHostPicture.ts'

export function SendingAround({ client, me, open, children }: AroundDeskProps) {
  const sending = useHostPicture({ client, mayHost: roleMay(me.role, 'media:produce'), open })
  return <SendingContext value={sending}>{children}</SendingContext>
}
