// The prize of a draw: its picture, what it is, how many win it.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { picturedIn } from '@lantern/shared/features/draw/look.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { winsOf } from './note.ts'

export function Prize({ one, room, words }: Pick<BodyProps<Draw>, 'one' | 'room' | 'words'>) {
  const pictured = picturedIn(one, room.products)
  return (
    <div className="draw-prize">
      {pictured && <ProductPicture className="draw-shot" product={pictured} title={one.title} size={48} />}
      <div>
        <p className="draw-title">{one.title}</p>
        <p className="draw-quiet">{winsOf(one, words)}</p>
      </div>
    </div>
  )
}
