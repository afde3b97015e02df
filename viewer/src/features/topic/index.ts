// Topics: a question that is answered before the show and in it, in the viewer's own words; picked answers stand there for all.
import type { Feature } from '../../places.ts'

export const topic = {
  parts: {
    before: {
      topic: { at: 'panel', rank: -1, load: async () => ({ Poster: (await import('./first.ts')).AskedBefore }) },
    },
    play: {
      topic: { listIn: ({ topics }) => topics, load: async () => ({ play: (await import('./play.ts')).TOPIC }) },
    },
    'overlay.play': {
      topic: { listIn: ({ topics }) => topics, load: async () => ({ play: (await import('./overlayPlay.ts')).TOPIC }) },
    },
    sheet: {
      topicAnswer: {
        title: ({ t }) => t('topic.yourAnswerTitle'),
        load: async () => ({ Content: (await import('./AnswerSheet.tsx')).AnswerSheet }),
      },
    },
  },
} as const satisfies Feature
