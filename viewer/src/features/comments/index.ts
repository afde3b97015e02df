// Comments: what people say, the field to say something, and a sheet for one of them.
import type { Feature } from '../../places.ts'

const first = () => import('./first.ts')

export const comments = {
  parts: {
    'live.stack': {
      comments: { row: 'comments', load: async () => ({ Live: (await first()).Comments }) },
      say: { row: 'foot', load: async () => ({ Live: (await first()).Say }) },
    },
    sheet: {
      comment: {
        title: ({ t }, { room, id }) => {
          const comment = room.comments.rows.find((one) => one.id === id)
          return comment === undefined ? t('comments') : t('commentBy', { name: comment.name })
        },
        load: async () => ({ Content: (await first()).CommentSheet }),
      },
    },
  },
} as const satisfies Feature
