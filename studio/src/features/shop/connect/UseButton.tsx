// The button that puts the shop in use, where this page may: in the head on a desk, under the round trip on a phone.
import type { KindConnection, ShopConnections } from '@lantern/shared/contract/connections.ts'
import { useWords } from '../../../words.ts'
import type { ConnectLook } from './useConnectLook.ts'
import { toDoOf } from './trip.ts'
import type { Connect } from './useConnect.ts'
import { UseShop } from './UseShop.tsx'

interface UseButtonProps {
  readonly connect: Connect
  readonly connections: ShopConnections
  readonly connection: KindConnection
  readonly look: ConnectLook
  readonly testId: string
}

export function UseButton({ connect, connections: { inUse }, connection, look, testId }: UseButtonProps) {
  const { say } = useWords()
  if (!look.canBeUsed) return null
  const shop = say(`connect.name.${connection.kind}`)
  const isOther = inUse !== null && inUse !== connection.kind
  return (
    <UseShop
      key={connection.kind}
      testId={testId}
      shop={shop}
      left={toDoOf(look.steps)}
      isReady={look.isReady}
      isMain={look.main.act === 'use'}
      isBusy={connect.isBusy}
      question={say(isOther ? 'connect.useAsk' : 'connect.useFirst', { shop })}
      onUse={connect.use}
    />
  )
}
