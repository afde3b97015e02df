// Chosen testers in the overlay: what is tested, and how many places are left, in the frame of all plays.
import type { Testers } from '@lantern/shared/features/testers/contract.ts'
import { ClipboardCheck } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { OverlayTesters } from './OverlayTesters.tsx'
import { leftOf } from './say.ts'

export const TESTERS = overlayPlayOf<Testers>({
  Icon: ClipboardCheck,
  name: 'testers.name',
  listIn: ({ testers }) => testers,
  title: ({ one }) => one.title,
  note: ({ one, words }) => leftOf(one, words),
  Body: OverlayTesters,
})
