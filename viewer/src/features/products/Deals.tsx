// The product in front as a card, and the others beside it.
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { besideIds, frontProductId } from '../../view/holds.ts'
import { Card } from './Card.tsx'
import { Minis } from './Minis.tsx'

export function FrontCard({ room }: RoomProps) {
  const front = frontProductId(room, useScene().holds)
  return front === null ? null : <Card key={front} room={room} productId={front} />
}

export function BesideFront({ room }: RoomProps) {
  const front = frontProductId(room, useScene().holds)
  return <Minis room={room} ids={besideIds(room, front)} />
}
