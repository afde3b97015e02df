// The kinds of shop to choose from: which one is looked at, which one is in use, and what each still asks for.
import type { KindConnection, ShopKindName } from '@lantern/shared/contract/connections.ts'
import { Boxes, Globe, Link, type LucideIcon, ShoppingBag, ShoppingCart } from 'lucide-react'
import { useWords } from '../../../words.ts'
import { standingsOf } from './standings.ts'
import { toDoOf } from './trip.ts'

const ICONS: Readonly<Record<ShopKindName, LucideIcon>> = {
  shopify: ShoppingBag,
  woo: ShoppingCart,
  medusa: Boxes,
  generic: Link,
  ucp: Globe,
}

type Standing = Pick<KindConnection, 'kind' | 'state' | 'trip'>

interface KindListProps {
  readonly kinds: readonly Standing[]
  readonly inUse: ShopKindName | null
  readonly chosen: ShopKindName
  readonly onChoose: (kind: ShopKindName) => void
}

export function KindList({ kinds, inUse, chosen, onChoose }: KindListProps) {
  const { say } = useWords()
  return (
    <ul className="shop-kinds" aria-label={say('connect.title')}>
      {kinds.map((standing) => {
        const { kind } = standing
        const Icon = ICONS[kind]
        return (
          <li key={kind}>
            <button
              className="shop-kind"
              data-testid={`shop-kind-${kind}`}
              aria-pressed={kind === chosen}
              onClick={() => onChoose(kind)}
            >
              <span className="shop-kind-icon">
                <Icon size={18} aria-hidden="true" />
              </span>
              <span className="shop-kind-name">
                <b>{say(`connect.kind.${kind}`)}</b>
                <small>{say(`connect.kind.${kind}.how`)}</small>
              </span>
              <State standing={standing} isInUse={kind === inUse} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function State({ standing: { state, trip }, isInUse }: { readonly standing: Standing; readonly isInUse: boolean }) {
  const { say } = useWords()
  const toDo = toDoOf(standingsOf(trip.steps))
  return (
    <span className="shop-kind-state">
      {isInUse && (
        <span className="shop-tag">
          <i className="shop-dot" />
          {say('connect.inUse')}
        </span>
      )}
      {state !== 'empty' && state !== 'untried' && toDo > 0 && (
        <span className="shop-pill warn">{say('connect.toDo', { count: toDo })}</span>
      )}
      {state === 'untried' && <span className="shop-pill">{say('connect.untried')}</span>}
      {state === 'ready' && <span className="shop-pill">{say('connect.ready')}</span>}
    </span>
  )
}
