// The form of a step price: the product, its steps, and what follows for whoever has paid more.
import { MOST_STEPS } from '@lantern/shared/features/stepPrice/contract.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { LengthChips } from '../../plays/LengthChips.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { useShopAnswers } from '../../plays/useShopAnswers.ts'
import { useWords } from '../../words.ts'
import { StepFields } from './StepFields.tsx'
import { LENGTHS_MS } from './stepPriceForm.ts'
import { useStepPriceDraft } from './useStepPriceDraft.ts'
import './stepPrice.css'

export function StepPriceForm({ onMade }: { readonly onMade: () => void }) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const form = useStepPriceDraft(onMade)
  if (form === null) return <p className="empty">{say('sale.noProducts')}</p>

  const { draft, problems, isComplete, change, choose, make } = form
  return (
    <PlayForm
      kind="stepPrice"
      notCarried="PRICE_NOT_CARRIED"
      label={say('stepPrice.tab')}
      isComplete={isComplete}
      onMake={(start) => void make(start)}
    >
      <label className="field">
        <span>{say('stepPrice.product')}</span>
        <select
          data-testid="stepPrice-product"
          value={draft.productId}
          onChange={(event) => choose(event.target.value)}
        >
          {room.products.map((each) => (
            <option key={each.id} value={each.id}>
              {each.number} · {pickText(each.title, locale)}
            </option>
          ))}
        </select>
      </label>
      <StepFields steps={draft.steps} problems={problems} most={MOST_STEPS} onChange={(steps) => change({ steps })} />
      <LengthChips lengths={LENGTHS_MS} value={draft.lengthMs} onChange={(lengthMs) => change({ lengthMs })} />
      <GivesBack />
    </PlayForm>
  )
}

/** Which of the two follows at this shop, before it is opened. */
function GivesBack() {
  const { say } = useWords()
  const answers = useShopAnswers()
  if (answers === null) return null
  return (
    <p className="quiet" data-testid="stepPrice-givesBack" data-by={answers.givesBack ? 'shop' : 'hand'}>
      {say(answers.givesBack ? 'stepPrice.shopGivesBack' : 'stepPrice.handGivesBack')}
    </p>
  )
}
