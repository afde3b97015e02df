// Step prices on the shopper's page: their words and their line of steps, in the frame of all plays.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { Users } from 'lucide-react'
import { playOf } from '../../plays/play.tsx'
import { buyersOf, headlineOf } from './headline.ts'
import { Steps } from './Steps.tsx'
import './stepPrice.css'

export const STEP_PRICE = playOf<StepPrice>({
  Icon: Users,
  name: 'stepPrice.name',
  listIn: ({ stepPrices }) => stepPrices,
  title: headlineOf,
  note: buyersOf,
  folded: headlineOf,
  outcome: (shown) => (isOver(shown.one.state) ? headlineOf(shown) : null),
  Body: Steps,
})
