// What step prices say of themselves on the desk.
import { COMMANDS, type StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps } from '@lantern/shared/features/stepPrice/look.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { Users } from 'lucide-react'
import { makerOf } from '../../plays/maker.ts'
import { playOf, type Shown } from '../../plays/play.tsx'
import { StepPriceForm } from './StepPriceForm.tsx'
import { StepRows } from './StepRows.tsx'

export const STEP_PRICE = playOf<StepPrice>({
  kind: 'stepPrice',
  Icon: Users,
  listIn: ({ stepPrices }) => stepPrices,
  title: ({ one, room, locale }) =>
    pickText(room.products.find(({ id }) => id === one.productId)?.title ?? null, locale),
  sum: sumOf,
  over: sumOf,
  closeQuestion(shown) {
    const { priceMinor } = lookAtSteps(shown.one, shown.room)
    const { say } = shown
    if (priceMinor === null) return say('stepPrice.closeNone')
    return say('stepPrice.closeQuestion', { price: moneyOf(shown, priceMinor) })
  },
  cancelQuestion: ({ say }) => say('stepPrice.cancelQuestion'),
  Body: StepRows,
  Form: StepPriceForm,
  make: makerOf('stepPrice:make', COMMANDS['stepPrice:make'].input),
})

function moneyOf({ one, room, locale }: Shown<StepPrice>, minor: number): string {
  return formatMoney(minor, lookAtSteps(one, room).currency, locale)
}

function sumOf(shown: Shown<StepPrice>): string {
  const { one, room, say } = shown
  const { reached, priceMinor } = lookAtSteps(one, room)
  const step = say('stepPrice.atStep', { n: reached, of: one.steps.length })
  const what =
    priceMinor === null
      ? say('stepPrice.noStep')
      : say('stepPrice.atPrice', { step, price: moneyOf(shown, priceMinor) })
  return say('stepPrice.summary', { count: one.entries, what })
}
