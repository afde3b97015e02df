// The addresses that the server answers about members.
import * as z from 'zod'
import { MemberList, MembersQuery, OwnMemberReply, SaveTiers, TierBoard } from './members.ts'
import { AT_THE_DESK, ROLES } from './roles.ts'
import { json } from './route.ts'

const asked = { status: 200, refusals: [] } as const

export const MEMBER_ROUTES = {
  /** What the shop told of the viewer behind the cookie, where they came by a link that proved who they are; else null. */
  'GET /api/members/own/:show': { ...asked, from: 'anyone', answers: json(OwnMemberReply) },
  /** Members by name or tier, whoever the shop told of last first. */
  'GET /api/members': { ...asked, from: AT_THE_DESK, query: MembersQuery, answers: json(MemberList) },
  'GET /api/members/tiers': { ...asked, from: ROLES, answers: json(TierBoard) },
  /** The tiers from now on, the lowest first. What is held stays as it was. */
  'POST /api/members/tiers': {
    status: 200,
    from: AT_THE_DESK,
    takes: json(SaveTiers),
    answers: json(z.object({})),
    refusals: ['PRICE_NOT_CARRIED'],
  },
} as const
