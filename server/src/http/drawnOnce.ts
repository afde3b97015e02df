// Pictures drawn one at a time, each once: drawing takes a core for a tenth of a second, and the rest of the machine is the show's.
import { CodedError } from '../kit/codedError.ts'

/** At 80 to 200 KB each. */
const MOST_REMEMBERED = 100
/** Whoever asks for more at once than people do is told to come again. */
const MOST_WAITING = 60

/** The picture by its key; whoever draws it may say that it has to be drawn anew next time. Rejects with DRAWINGS_BUSY. */
export type DrawnOnce = (key: string, draw: (forget: () => void) => Promise<Buffer>) => Promise<Buffer>

export function createDrawnOnce(): DrawnOnce {
  const drawn = new Map<string, Promise<Buffer>>()
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (key, draw) => {
    const known = drawn.get(key)
    if (known !== undefined) return known
    if (waiting >= MOST_WAITING)
      return Promise.reject(new CodedError('DRAWINGS_BUSY', 'too many pictures wait to be drawn'))
    const [oldest] = drawn.keys()
    if (drawn.size >= MOST_REMEMBERED && oldest !== undefined) drawn.delete(oldest)
    waiting += 1
    const forget = () => void drawn.delete(key)
    const picture = last.then(() => draw(forget))
    last = picture.catch(() => undefined).finally(() => (waiting -= 1))
    drawn.set(key, picture)
    picture.catch(forget)
    return picture
  }
}
