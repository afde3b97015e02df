// The picture's commands: what hosts and viewers agree on with the node that serves it.
import { EVERYONE, ON_AIR } from '../../contract/roles.ts'
import { commandsOf, eventsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, EVENTS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const refusals = {
  MEDIA_UNAVAILABLE: 'retry',
  MEDIA_ELSEWHERE: 'final',
  TRANSPORT_NOT_FOUND: 'final',
  CANNOT_CONSUME: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

const steering = { from: EVERYONE, refusals: ['TRANSPORT_NOT_FOUND'], limit: USUAL, isUse: false } as const

export const commands = commandsOf<typeof COMMANDS>()({
  'media:openSend': { from: ON_AIR, refusals: ['MEDIA_UNAVAILABLE', 'SHOW_ENDED'], limit: USUAL, isUse: false },
  'media:produce': {
    from: ON_AIR,
    refusals: ['TRANSPORT_NOT_FOUND', 'MEDIA_UNAVAILABLE'],
    limit: USUAL,
    isUse: false,
  },
  'media:pauseProducer': { from: ON_AIR, refusals: ['TRANSPORT_NOT_FOUND'], limit: USUAL, isUse: false },
  'media:subscribe': {
    from: EVERYONE,
    refusals: ['MEDIA_UNAVAILABLE', 'MEDIA_ELSEWHERE', 'CANNOT_CONSUME'],
    limit: USUAL,
    isUse: false,
  },
  'media:capabilities': {
    from: EVERYONE,
    refusals: ['MEDIA_UNAVAILABLE', 'MEDIA_ELSEWHERE'],
    limit: USUAL,
    isUse: false,
  },
  'media:connect': steering,
  'media:resume': steering,
  'media:preferLayer': steering,
  'media:restartIce': steering,
  'media:reportFirstFrame': { from: EVERYONE, refusals: [], limit: { times: 20, inSeconds: 10 }, isUse: false },
})

export const events = eventsOf<typeof EVENTS>()({
  'media:reset': ({ reason }) => typeof reason === 'string',
})
