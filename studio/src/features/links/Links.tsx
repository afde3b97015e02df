// The links of the show: a line to make one, and each with its numbers.
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { GroupPick } from './GroupPick.tsx'
import { LinkRow } from './LinkRow.tsx'
import { MakeLink } from './MakeLink.tsx'
import { useAddress } from './useAddress.ts'
import { useNumbers } from './useNumbers.ts'
import './links.css'

export function Links() {
  const { say } = useWords()
  const { desk, may } = useDesk()
  const { numbers, isFailed } = useNumbers()
  const address = useAddress()
  const [opened, setOpened] = useState<string | null>(null)

  return (
    <section className="links" aria-label={say('links.title')}>
      <h2>{say('links.title')}</h2>
      {may('link:make') && <GroupPick onPicked={setOpened} />}
      {may('link:make') && <MakeLink onMade={setOpened} />}
      {isFailed && <p className="problem">{say('links.failed')}</p>}
      {desk.links.length === 0 && <p className="empty">{say('links.none')}</p>}
      <ul className="rows" data-testid="links">
        {desk.links.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            numbers={numbers.get(link.id)}
            address={address(link.code)}
            isOpen={opened === link.id}
            onToggle={() => setOpened(opened === link.id ? null : link.id)}
          />
        ))}
      </ul>
      {desk.links.length > 0 && <p className="links-fine">{say('links.counted')}</p>}
    </section>
  )
}
