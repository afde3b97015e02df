// What a list of testers shows below its title: a place to take, or the own one and how to be reached.
import { createId } from '@lantern/shared/client/ids.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Testers } from '@lantern/shared/features/testers/contract.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { Conditions } from '../../plays/Conditions.tsx'
import { missingIn } from '../../plays/missing.ts'
import { ActButton, PlayFine, PlayRow } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useAct } from '../../plays/useAct.ts'
import { ContactForm } from './ContactForm.tsx'
import { leftIn, leftOf, placesOf } from './say.ts'

type Body = BodyProps<Testers>

export function TestersBody(props: Body) {
  const { one, words, entry } = props
  if (entry === null) return <Free {...props} />
  const [no, of] = [entry.no, one.places ?? entry.no].map(words.count)
  return (
    <>
      <p className="testers-yours" data-testid="testers-yours">
        {words.t('testers.yours', { no: no ?? '', of: of ?? '' })}
      </p>
      <ContactForm activityId={one.id} />
    </>
  )
}

function Free({ one, room, words, steps, mayEnter }: Body) {
  const { busy, refusal, send } = useAct()
  const product = room.products.find(({ id }) => id === one.productId)
  const isGone = leftIn(one) === 0 || isOver(one.state)
  return (
    <>
      <PlayRow>
        <div className="testers-what">
          {product && <ProductPicture product={product} title={words.text(product.title)} size={48} />}
          {steps === null ? (
            <p>{isGone ? leftOf(one, words) : (one.note ?? placesOf(one, words))}</p>
          ) : (
            <Conditions steps={steps} products={room.products} />
          )}
        </div>
        {!isGone && (
          <ActButton
            label={words.t('testers.take')}
            small={mayEnter ? words.t('testers.oneTap') : missingIn({ one, steps, words })}
            state={mayEnter ? 'go' : 'wait'}
            busy={busy}
            onTap={() => void send('testers:take', { activityId: one.id, requestId: createId() })}
            testId="testers-take"
          />
        )}
      </PlayRow>
      {refusal !== null && <PlayFine refused>{refusal}</PlayFine>}
    </>
  )
}
