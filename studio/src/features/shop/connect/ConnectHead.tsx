// What the head of the page does about the shop that is looked at: test it, and use it.
import type { KindConnection, ShopConnections } from '@lantern/shared/contract/connections.ts'
import { RefreshCw } from 'lucide-react'
import { useWords } from '../../../words.ts'
import type { ConnectLook } from './useConnectLook.ts'
import { UseButton } from './UseButton.tsx'
import type { Connect } from './useConnect.ts'

interface HeadProps {
  readonly connect: Connect
  readonly connections: ShopConnections
  readonly connection: KindConnection
  readonly look: ConnectLook
}

export function ConnectHead({ connect, connections, connection, look }: HeadProps) {
  const { say } = useWords()
  const isMain = look.main.act === 'test'
  return (
    <div className="shop-acts">
      <button
        className={isMain ? 'btn main' : 'btn'}
        data-testid="shop-test"
        disabled={connect.isBusy || !look.canTest}
        onClick={connect.test}
      >
        <RefreshCw size={16} aria-hidden="true" />
        <span>{say(look.wasTested ? 'connect.testAgain' : 'connect.test')}</span>
      </button>
      <UseButton connect={connect} connections={connections} connection={connection} look={look} testId="use-shop" />
    </div>
  )
}
