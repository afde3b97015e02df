// Buyers who could not be taken to the shop: says how many and why, in the shop's own words, until each has got there or it is put aside.
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { type FailedGroup, failedGroups, failureKey } from './failedGroups.ts'

const ASKS_EVERY_MS = 4000
/** More would cover the picture. */
const MOST_REASONS = 3
const MOST_GOODS = 3

export function FailedAlert() {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const asked = useQuery({ queryKey: ['shop', 'short'], queryFn: api.short, refetchInterval: ASKS_EVERY_MS })
  const ofShow = (asked.data?.failed ?? []).filter(({ showId }) => showId === room.show.id)
  const failed = ofShow.filter((failure) => !seen.has(failureKey(failure)))
  if (failed.length === 0) return null

  const groups = failedGroups(room.products, failed, locale)
  const left = groups.length - MOST_REASONS
  return (
    <div className="notice lapse failed" role="alert" data-testid="handoff-failed">
      <TriangleAlert size={18} aria-hidden="true" />
      <p>{say('handoff.failed', { count: new Set(failed.map(({ holdId }) => holdId)).size })}</p>
      <button
        className="icon-btn"
        aria-label={say('common.close')}
        onClick={() => setSeen(new Set(ofShow.map(failureKey)))}
      >
        <X size={16} />
      </button>
      <ul>
        {groups.slice(0, MOST_REASONS).map((group) => (
          <Reason key={`${group.code} ${group.why}`} group={group} />
        ))}
      </ul>
      {left > 0 && <small>{say('handoff.moreReasons', { count: left })}</small>}
    </div>
  )
}

/** The shop's words stand by themselves: nothing in them is ours to fill in. */
function Reason({ group: { code, why, buyers, goods } }: { readonly group: FailedGroup }) {
  const { say } = useWords()
  const named = goods.slice(0, MOST_GOODS).join(', ')
  const n = goods.length - MOST_GOODS
  return (
    <li>
      {say(`handoff.${code}`)} <q title={why}>{why === '' ? say('handoff.noReason') : why}</q>
      <small>
        {say('handoff.buyers', { count: buyers })} · {n > 0 ? say('handoff.moreGoods', { goods: named, n }) : named}
      </small>
    </li>
  )
}
