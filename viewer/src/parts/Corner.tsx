// The round buttons in the upper corner.
import { useParts } from '../useParts.ts'

export function Corner() {
  return useParts('corner').map(({ key, Button }) => <Button key={key} />)
}
