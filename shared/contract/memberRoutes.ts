// The addresses that the server answers about members.
import { OwnMemberReply } from './members.ts'
import { json } from './route.ts'

const asked = { status: 200, refusals: [] } as const

export const MEMBER_ROUTES = {
  /** What the shop told of the viewer behind the cookie, where they came by a link that proved who they are; else null. */
  'GET /api/members/own/:show': { ...asked, from: 'anyone', answers: json(OwnMemberReply) },
} as const
