// The doctor: what is missing before a real show.
import type { Feature } from '../../places.ts'

export const doctor = {
  name: 'doctor',
  parts: {
    'shop.section': {
      doctor: {
        isFor: ({ role }) => role === 'owner',
        load: async () => ({ Section: (await import('./DoctorView.tsx')).DoctorView }),
      },
    },
  },
} as const satisfies Feature
