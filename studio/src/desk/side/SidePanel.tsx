// The right side: one tab of each feature that has one.
import { useMemo, useState } from 'react'
import type { Badge } from '../../places.ts'
import { Panel } from '../../problems/Panel.tsx'
import { useParts, useStudio } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { SideContext } from './SideContext.ts'

export function SidePanel() {
  const { say } = useWords()
  const { desk } = useDesk()
  const { parts } = useStudio()
  const tabs = useParts('side.tab')
  const [opened, open] = useState<string | null>(null)
  const side = useMemo(() => ({ open }), [])
  const shown = tabs.find(({ key }) => key === opened) ?? tabs[0]
  if (!shown) return null

  return (
    <section className="side" aria-label={say('side.title')}>
      <div className="tabs" role="tablist">
        {tabs.map(({ key, word, badge }) => (
          <button
            key={key}
            role="tab"
            id={`tab-${key}`}
            aria-selected={key === shown.key}
            aria-controls="side-body"
            data-testid={`tab-${key}`}
            onClick={() => open(key)}
          >
            {say(word)}
            {badge && <Count badge={badge(desk, parts)} testId={`tab-${key}-count`} />}
          </button>
        ))}
      </div>
      <div className="side-body" id="side-body" role="tabpanel" aria-labelledby={`tab-${shown.key}`}>
        <Panel key={shown.key} name={`side ${shown.key}`}>
          <SideContext value={side}>
            <shown.Tab />
          </SideContext>
        </Panel>
      </div>
    </section>
  )
}

function Count({ badge: { count, word, needsYou }, testId }: { readonly badge: Badge; readonly testId: string }) {
  const { say } = useWords()
  if (count === 0) return null
  const Mark = needsYou ? 'em' : 'small'
  return (
    <Mark title={say(word, { count })} data-testid={testId}>
      {count}
    </Mark>
  )
}
