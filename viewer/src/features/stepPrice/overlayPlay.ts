// Step prices in the overlay: their words and their line of steps, in the frame of all plays.
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { Users } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { OverlaySteps } from './OverlaySteps.tsx'
import { buyersOf, headlineOf } from './headline.ts'

export const STEP_PRICE = overlayPlayOf<StepPrice>({
  Icon: Users,
  name: 'stepPrice.name',
  listIn: ({ stepPrices }) => stepPrices,
  title: headlineOf,
  note: (shown) => (shown.one.entries === 0 ? shown.words.t('stepPrice.onPhone') : buyersOf(shown)),
  Body: OverlaySteps,
})
