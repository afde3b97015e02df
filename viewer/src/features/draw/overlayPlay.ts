// A draw over the picture of OBS.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { stageOf } from '@lantern/shared/features/draw/look.ts'
import { Gift } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { endedOf, noteOf } from './note.ts'
import './overlay.css'
import { OverlayDraw } from './OverlayDraw.tsx'

export const DRAW = overlayPlayOf<Draw>({
  Icon: Gift,
  name: 'draw.name',
  listIn: ({ draws }) => draws,
  title: ({ one }) => one.title,
  note: ({ one, words }) =>
    stageOf(one) === 'open' && one.entries === 0 ? words.t('draw.enterOnPhone') : noteOf({ one, words }),
  ended: endedOf,
  Body: OverlayDraw,
})
