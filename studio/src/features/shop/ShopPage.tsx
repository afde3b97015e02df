// The shop behind the studio: connecting it, what it can do, what it said, what needs staff, and its products.
import type { KindConnection, ShopConnections } from '@lantern/shared/contract/connections.ts'
import type { Me } from '@lantern/shared/contract/http.ts'
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import { ConnectCards } from './connect/ConnectCards.tsx'
import { ConnectHead } from './connect/ConnectHead.tsx'
import { type Connect, useConnect } from './connect/useConnect.ts'
import { useConnectLook } from './connect/useConnectLook.ts'
import { Facts } from './Facts.tsx'
import { Matters } from './Matters.tsx'
import { ShopNews } from './ShopNews.tsx'
import './shop.css'

export function ShopPage({ me }: { readonly me: Me }) {
  const shop = useQuery({ queryKey: ['shop'], queryFn: api.shop, refetchInterval: 15_000 })
  const connect = useConnect(me.role === 'owner')
  if (needsLogin(shop.error)) return <LoginPage wasHere />

  const { connections, connection } = connect
  const status = shop.data ?? null
  const rest = <Rest me={me} status={status} />
  if (connections && connection) return <Connecting {...{ connect, connections, connection, status, rest }} />
  return (
    <Frame head={null}>
      {status && <Matters status={status} />}
      {status && !connect.isPending && <Facts status={status} />}
      {(!status || connect.isPending) && <div className="shop-card shop-wide shimmer" aria-busy="true" />}
      {rest}
    </Frame>
  )
}

interface ConnectingProps {
  readonly connect: Connect
  readonly connections: ShopConnections
  readonly connection: KindConnection
  readonly status: ShopStatus | null
  readonly rest: ReactNode
}

function Connecting({ status, rest, ...standing }: ConnectingProps) {
  const look = useConnectLook(standing)
  return (
    <Frame head={<ConnectHead {...standing} look={look} />}>
      {status && <Matters status={status} />}
      <ConnectCards {...standing} look={look} />
      {rest}
    </Frame>
  )
}

function Frame({ head, children }: { readonly head: ReactNode; readonly children: ReactNode }) {
  const { say } = useWords()
  return (
    <div className="page">
      <header className="page-head shop-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          <span>{say('shop.back')}</span>
        </button>
        <h1>{say('shop.title')}</h1>
        {head}
      </header>
      <main className="shop-page">{children}</main>
    </div>
  )
}

/** Under connecting: what the shop said, then what other features have to say about it. */
function Rest({ me, status }: { readonly me: Me; readonly status: ShopStatus | null }) {
  const sections = useParts('shop.section').filter(({ isFor }) => isFor(me))
  return (
    <>
      <ShopNews me={me} />
      <div className="shop-wide shop-parts">
        {sections.map(({ key, Section }) => (
          <div key={key} className="shop-card shop-part">
            <Section status={status} />
          </div>
        ))}
      </div>
    </>
  )
}
