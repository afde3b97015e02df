// Pins a product in front, brings it there, or takes it off.
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import type { RowButtonProps } from '../../places.ts'
import { useWords } from '../../words.ts'
import { nextPins, pinPlace } from './pins.ts'

export function PinButton({ product }: RowButtonProps) {
  const { say, locale } = useWords()
  const { room, send, may } = useDesk()
  const place = pinPlace(room.pins.productIds, product.id)
  if (!may('pins:set') || room.show.phase === 'ended') return null
  const word = place === 'front' ? 'pin.front' : place === 'pinned' ? 'pin.pinned' : 'pin.pin'

  return (
    <button
      className={place === 'front' ? 'btn main' : 'btn'}
      data-testid={`pin-${product.id}`}
      aria-pressed={place !== null}
      aria-keyshortcuts={product.number <= 9 ? String(product.number) : undefined}
      title={place === 'front' ? say('pin.takeOff') : place === 'pinned' ? say('pin.bringForward') : undefined}
      onClick={() => void send('pins:set', { productIds: nextPins(room.pins.productIds, product.id) })}
    >
      {say(word)}
      <span className="sr-only">: {pickText(product.title, locale)}</span>
      {place === null && product.number <= 9 && <kbd aria-hidden="true">{product.number}</kbd>}
    </button>
  )
}
