// The scene that the address names, of the review's own and those that features bring.
import type { RoomView } from '@lantern/shared/client/types.ts'
import { SCENES, withPictures } from './scenes.ts'
import { together } from './together.ts'

const BROUGHT = import.meta.glob<Readonly<Record<string, RoomView>>>('../features/*/scenes.ts', {
  eager: true,
  import: 'SCENES',
})
const ALL = Object.assign({}, SCENES, ...Object.values(BROUGHT)) as typeof SCENES

/** `poll,packet`: the second beside the first. */
export function pickScene(query: URLSearchParams, scene = query.get('scene') ?? 'sale'): RoomView | undefined {
  const [first, ...others] = scene.split(',').flatMap((name) => ALL[name] ?? [])
  if (first === undefined) return undefined
  return withCurrency(withPictures(together(first, others), query.get('pictures')), query.get('money'))
}

/** The same in a shop of another currency, also one with no minor digits, or with three. */
function withCurrency(view: RoomView | undefined, currency: string | null): RoomView | undefined {
  if (view === undefined || currency === null) return view
  return JSON.parse(JSON.stringify(view).replaceAll('"CNY"', JSON.stringify(currency)))
}
