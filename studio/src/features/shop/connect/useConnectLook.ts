// How connecting stands, read once for the page's head and its cards.
import type { KindConnection, ShopConnections } from '@lantern/shared/contract/connections.ts'
import { useWords } from '../../../words.ts'
import { fieldViews } from './fieldViews.ts'
import { changesOf, missingOf } from './keysDraft.ts'
import { stepViews } from './stepViews.ts'
import { hasPassed, mainAct } from './trip.ts'
import type { Connect } from './useConnect.ts'

export type ConnectLook = ReturnType<typeof useConnectLook>

interface Standing {
  readonly connect: Connect
  readonly connections: ShopConnections
  readonly connection: KindConnection
}

export function useConnectLook({ connect, connections, connection }: Standing) {
  const { say, locale } = useWords()
  const fields = fieldViews(connection.fields, say)
  const steps = stepViews(connection, connect.recipe, { say, locale })
  const isDraft = Object.keys(changesOf(fields, connect.draft)).length > 0
  const isMissing = missingOf(fields, {}).length > 0
  const isInUse = connection.state === 'in_use'
  const isLocked = connections.lockedBy !== null
  return {
    steps,
    isDraft,
    canTest: !isMissing && !isDraft,
    wasTested: connection.trip.ranAt !== null,
    isReady: hasPassed(steps) && !isDraft && !isInUse && !isLocked,
    canBeUsed: !isInUse && !isLocked,
    main: mainAct({ isDraft, canTest: !isMissing, steps, isInUse, isLocked }),
  }
}
