// The overlay for OBS: its state and its address in the head of the desk.
import type { Feature } from '../../places.ts'

export const overlay = {
  parts: {
    'desk.bar': { overlay: { load: async () => ({ Bar: (await import('./OverlayMenu.tsx')).OverlayMenu }) } },
  },
} as const satisfies Feature
