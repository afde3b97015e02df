// The right side: comments, holds, orders.
import { useState } from 'react'
import { Panel } from '../../problems/Panel.tsx'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { keepingHolds } from '../figures.ts'
import { Comments } from './Comments.tsx'
import { Holds } from './Holds.tsx'
import { Orders } from './Orders.tsx'

const TABS = ['comments', 'holds', 'orders'] as const
type Tab = (typeof TABS)[number]

export function SidePanel() {
  const { say } = useWords()
  const { desk } = useDesk()
  const [tab, setTab] = useState<Tab>('comments')
  const holds = keepingHolds(desk.holds)

  return (
    <section className="side" aria-label={say('side.title')}>
      <div className="tabs" role="tablist">
        {TABS.map((each) => (
          <button
            key={each}
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="side-body"
            data-testid={`tab-${each}`}
            onClick={() => setTab(each)}
          >
            {say(`tab.${each}`)}
            {each === 'holds' && holds > 0 && (
              <small title={say('count.holds', { count: holds })} data-testid="tab-holds-count">
                {holds}
              </small>
            )}
            {each === 'orders' && desk.totals.needsYou > 0 && (
              <em title={say('count.needYou', { count: desk.totals.needsYou })}>{desk.totals.needsYou}</em>
            )}
          </button>
        ))}
      </div>
      <div className="side-body" id="side-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Panel key={tab} name={`side ${tab}`}>
          {tab === 'comments' && <Comments onOrders={() => setTab('orders')} />}
          {tab === 'holds' && <Holds />}
          {tab === 'orders' && <Orders />}
        </Panel>
      </div>
    </section>
  )
}
