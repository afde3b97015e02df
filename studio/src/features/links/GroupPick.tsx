// The groups of the shop: one tap makes a group's link for this show, or opens the one that it has.
import type { Group } from '@lantern/shared/contract/groups.ts'
import type { Link } from '@lantern/shared/features/links/contract.ts'
import { LinkId } from '@lantern/shared/features/links/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'

/** With more than these there is a field to find one. */
const AT_A_GLANCE = 12

export function GroupPick({ onPicked }: { readonly onPicked: (id: LinkId) => void }) {
  const { say } = useWords()
  const { desk, send } = useDesk()
  const board = useQuery({ queryKey: ['groups'], queryFn: api.groups })
  const [sought, setSought] = useState('')
  const groups = board.data?.groups.filter(({ deletedAt }) => deletedAt === null) ?? []
  const fitting = groups.filter((group) => fits(group, sought))
  const pick = async (group: Group) => {
    const ofGroup = desk.links.filter(({ groupId }) => groupId === group.id)
    const counting = ofGroup.find(({ voidedAt }) => voidedAt === null)
    if (counting !== undefined) return onPicked(counting.id)
    // The next one after those that were voided: asked for twice it is one.
    const id = LinkId.parse(`${group.id}-${ofGroup.length + 1}`)
    const made = await send('link:make', { id, name: group.name, groupId: group.id })
    if (made.ok) onPicked(made.value.id)
  }

  if (board.isError) return <p className="problem">{say('links.groupsFailed')}</p>
  if (groups.length === 0) return null
  return (
    <div className="group-pick" role="group" aria-label={say('links.whichGroup')}>
      <p className="quiet small">{say('links.whichGroup')}</p>
      {groups.length > AT_A_GLANCE && (
        <input
          type="search"
          data-testid="find-group"
          aria-label={say('links.findGroup')}
          placeholder={say('links.findGroup')}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      <div className="group-chips">
        {fitting.map((group) => (
          <GroupChip key={group.id} group={group} links={desk.links} onPick={() => void pick(group)} />
        ))}
      </div>
    </div>
  )
}

interface GroupChipProps {
  readonly group: Group
  readonly links: readonly Link[]
  readonly onPick: () => void
}

function GroupChip({ group: { id, name }, links, onPick }: GroupChipProps) {
  const { say } = useWords()
  const hasLink = links.some(({ groupId, voidedAt }) => groupId === id && voidedAt === null)
  return (
    <button
      className="btn"
      data-testid={`pick-${id}`}
      aria-label={hasLink ? say('links.hasLink', { name }) : name}
      onClick={onPick}
    >
      {hasLink && <Check size={16} aria-hidden="true" />}
      {name}
    </button>
  )
}

function fits({ name, tags }: Group, sought: string): boolean {
  const wanted = sought.trim().toLocaleLowerCase()
  return [name, ...tags].some((text) => text.toLocaleLowerCase().includes(wanted))
}
