// Over the picture: what viewers have there, too.
import { useParts } from '../../useParts.ts'

export function StageOver() {
  return useParts('stage.over').map(({ key, Over }) => <Over key={key} />)
}
