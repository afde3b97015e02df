// The doctor: what is missing before a real show.
import type { Feature } from '../../places.ts'

export const doctor = {
  parts: {
    'shop.section': {
      doctor: {
        rank: 10,
        isFor: ({ role }) => role === 'owner',
        load: async () => ({ Section: (await import('./DoctorView.tsx')).DoctorView }),
      },
    },
  },
} as const satisfies Feature
