// The addresses that the server answers about groups.
import * as z from 'zod'
import { GroupBoard, GroupShows, SaveGroup, SavePoint } from './groups.ts'
import { AT_THE_DESK, ROLES } from './roles.ts'
import { json } from './route.ts'

const asked = { status: 200, refusals: [] } as const
const acted = { ...asked, from: AT_THE_DESK, answers: json(z.object({})) } as const

export const GROUP_ROUTES = {
  /** Groups and pick-up points, and what came of the links of each. */
  'GET /api/groups': { ...asked, from: ROLES, answers: json(GroupBoard) },
  /** The shows that the group got a link for, and what came of it. */
  'GET /api/groups/:id/shows': { ...asked, from: ROLES, answers: json(GroupShows) },
  /** Makes a group, or changes it. */
  'POST /api/groups/:id': {
    ...acted,
    takes: json(SaveGroup),
    refusals: ['GROUP_NOT_FOUND', 'POINT_NOT_FOUND', 'TOO_MANY_GROUPS'],
  },
  /** Its links bring nobody to it from now on; what was bought before is still handed over. */
  'POST /api/groups/:id/delete': { ...acted, refusals: ['GROUP_NOT_FOUND'] },
  /** Makes a pick-up point, or changes it. */
  'POST /api/groups/points/:id': { ...acted, takes: json(SavePoint), refusals: ['TOO_MANY_POINTS'] },
} as const
