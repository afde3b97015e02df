// Who the viewer is at the shop, asked where a cookie says that there is something to ask for, and again while the page is open.
import { MEMBER_HINT } from '@lantern/shared/contract/memberHint.ts'
import type { OwnMember } from '@lantern/shared/contract/members.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import { useEffect, useState } from 'react'
import { followOwn } from './followOwn.ts'

/** `rose`: another one as soon as a price was refused. Null: nobody that we know of, or nothing is known yet. */
export function useOwnMember(show: Show | undefined, rose: number): OwnMember | null {
  const [member, setMember] = useState<OwnMember | null>(null)
  const showId = show?.id
  useEffect(() => {
    // Nearly everybody is none, and asks nothing.
    if (showId === undefined || !document.cookie.includes(`${MEMBER_HINT}=`)) return
    return followOwn(() => readMember(showId), setMember)
  }, [showId, rose])
  return member
}

async function readMember(showId: string): Promise<OwnMember | null | undefined> {
  try {
    const read: unknown = await (await fetch(`/api/members/own/${showId}`)).json()
    return isReply(read) ? read.member : undefined
  } catch {
    return undefined
  }
}

/** Only what the page reaches into. */
function isReply(read: unknown): read is { readonly member: OwnMember | null } {
  if (typeof read !== 'object' || read === null || !('member' in read)) return false
  const { member } = read
  return member === null || (typeof member === 'object' && 'tier' in member && 'off' in member)
}
