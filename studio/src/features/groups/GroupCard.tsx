// A group: what it is, what came of its links, and opened, its shows and the ways to change and delete it.
import type { CameOfLinks, Group, PickupPoint } from '@lantern/shared/contract/groups.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { GroupForm, MESSENGER_WORDS } from './GroupForm.tsx'
import { LeaderPage } from './LeaderPage.tsx'
import { Prices } from './Prices.tsx'
import { useChange } from './useChange.ts'

interface GroupCardProps {
  readonly group: Group
  readonly points: readonly PickupPoint[]
  /** Whether the shop can be told a price below its own. */
  readonly carriesPrice: boolean
  readonly mayChange: boolean
}

export function GroupCard({ group, points, carriesPrice, mayChange }: GroupCardProps) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const isDeleted = group.deletedAt !== null
  const Chevron = isOpen ? ChevronUp : ChevronDown

  return (
    <li className="group-card" data-testid={`group-${group.id}`} data-state={isDeleted ? 'deleted' : 'there'}>
      <div className="group-head">
        <span className="group-face" aria-hidden="true">
          {[...group.name][0]}
        </span>
        <div>
          <b>{group.name}</b>
          {isDeleted && <span className="chip">{say('groups.deleted')}</span>}
          <About group={group} points={points} />
          <Came came={group.came} />
          <ToHand count={group.toHand} />
        </div>
        <button
          className="icon-btn"
          aria-expanded={isOpen}
          aria-label={say('groups.shows', { name: group.name })}
          data-testid="group-more"
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={18} aria-hidden="true" />
        </button>
      </div>
      {isOpen && <Shows group={group} />}
      {isOpen && <Sells group={group} {...{ carriesPrice, mayChange }} />}
      {isOpen && mayChange && !isDeleted && !isEditing && <Acts group={group} onEdit={() => setEditing(true)} />}
      {isEditing && <GroupForm group={group} points={points} onDone={() => setEditing(false)} />}
    </li>
  )
}

/** At which prices, and by whom it is handed over. */
function Sells({ group, carriesPrice, mayChange }: Omit<GroupCardProps, 'points'>) {
  const isDeleted = group.deletedAt !== null
  return (
    <>
      {!isDeleted && <Prices group={group} carriesPrice={carriesPrice} mayChange={mayChange} />}
      {mayChange && <LeaderPage group={group} />}
    </>
  )
}

function About({ group, points }: Pick<GroupCardProps, 'group' | 'points'>) {
  const { say } = useWords()
  const point = points.find(({ id }) => id === group.pointId)
  const size = group.size === null ? null : say('groups.members', { count: group.size })
  const parts = [say(MESSENGER_WORDS[group.messenger]), group.theme, group.leader, size, point?.name ?? null]
  return (
    <>
      <p className="quiet small">{parts.filter((part) => part !== null).join(' · ')}</p>
      {group.tags.length > 0 && (
        <p className="group-tags">
          {group.tags.map((tag) => (
            <span key={tag} className="chip">
              {tag}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function Came({ came }: { readonly came: CameOfLinks }) {
  const { say, locale } = useWords()
  const amount = came.paid.map(({ minor, currency }) => formatMoney(minor, currency, locale)).join(' + ')
  const parts = [
    say('groups.links', { count: came.links }),
    say('groups.opens', { count: came.opens }),
    say('groups.came', { count: came.people }),
    say('groups.holds', { count: came.holds }),
    came.orders === 0 ? say('groups.noOrders') : say('groups.orders', { count: came.orders, amount }),
  ]
  return (
    <p className="group-came" data-testid="group-came">
      {parts.join(' · ')}
    </p>
  )
}

function ToHand({ count }: { readonly count: number }) {
  const { say } = useWords()
  if (count === 0) return null
  return (
    <p className="quiet small" data-testid="to-hand">
      {say('groups.toHand', { count })}
    </p>
  )
}

function Shows({ group }: { readonly group: Group }) {
  const { say, locale } = useWords()
  const read = useQuery({ queryKey: ['groups', group.id], queryFn: () => api.groupShows(group.id) })
  if (read.data === undefined) return <Problem error={read.error} />
  if (read.data.shows.length === 0) return <p className="quiet small">{say('groups.noShows')}</p>
  return (
    <ul className="group-shows" data-testid="group-shows">
      {read.data.shows.map(({ showId, title, startsAt, came }) => (
        <li key={showId}>
          <b>{pickText(title, locale)}</b> <small>{formatMoment(startsAt, locale)}</small>
          <Came came={came} />
          {came.orders > 0 && (
            <a className="quiet small" data-testid="group-packing" href={packingOf(showId, group.id, locale)} download>
              {say('groups.packingSave')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const packingOf = (inShow: string, ofGroup: string, language: string) =>
  `/api/groups/packing.csv?${new URLSearchParams({ inShow, ofGroup, language }).toString()}`

function Acts({ group, onEdit }: { readonly group: Group; readonly onEdit: () => void }) {
  const { say } = useWords()
  const remove = useChange(api.deleteGroup)
  return (
    <div className="group-acts">
      <button className="btn" data-testid="group-change" onClick={onEdit}>
        {say('groups.change')}
      </button>
      <Confirm
        testId="group-delete"
        label={say('groups.delete')}
        question={say(group.toHand > 0 ? 'groups.keptQuestion' : 'groups.deleteQuestion', { name: group.name })}
        yes={say('groups.deleteYes')}
        onYes={() => remove.mutate(group.id)}
      />
      <Problem error={remove.error} />
    </div>
  )
}
