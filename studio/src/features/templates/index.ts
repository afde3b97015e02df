// Templates of the shop: their list above the form of the next play, and a button of every play that saves it as one.
import type { Feature } from '../../places.ts'

export const templates = {
  parts: {
    'play.above': { templates: { load: async () => ({ Above: (await import('./TemplateList.tsx')).TemplateList }) } },
    'play.act': { templates: { load: async () => ({ Act: (await import('./SaveTemplate.tsx')).SaveTemplate }) } },
  },
} as const satisfies Feature
