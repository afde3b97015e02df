// Chosen testers: a place on a list with one tap, and how to be reached, by consent.
import type { Own } from '@lantern/shared/contract/snapshot.ts'
import type { Feature } from '../../places.ts'

/** Whoever has a place and has not said yet how they are reached. */
function untold({ entries, testerContacts }: Own) {
  const told = new Set(testerContacts.map(({ activityId }) => activityId))
  return entries.flatMap(({ kind, activityId }) => (kind === 'testers' && !told.has(activityId) ? activityId : []))
}

export const testers = {
  parts: {
    play: {
      testers: {
        listIn: ({ testers }) => testers,
        callsFor: untold,
        load: async () => ({ play: (await import('./play.ts')).TESTERS }),
      },
    },
    after: {
      testers: { at: 'panel', rank: -1, load: async () => ({ Poster: (await import('./first.ts')).ChosenHere }) },
    },
    'overlay.play': {
      testers: {
        listIn: ({ testers }) => testers,
        load: async () => ({ play: (await import('./overlayPlay.ts')).TESTERS }),
      },
    },
  },
} as const satisfies Feature
