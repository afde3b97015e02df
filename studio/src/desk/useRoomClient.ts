// A room joined as staff, as long as the component is there.
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { useEffect, useState } from 'react'

/** One client as long as the component is for the same show and person. */
export function useRoomClient(showId: ShowId): RoomClient {
  const [client] = useState(() => createRoomClient({ url: location.origin, as: 'staff', showId, via: null }))
  useEffect(() => {
    return () => client.close()
  }, [client])
  return client
}
