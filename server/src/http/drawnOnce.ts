// Pictures drawn one at a time, each once: drawing takes a core for a tenth of a second, and the rest of the machine is the show's.

/** At about 80 KB each. */
const MOST_REMEMBERED = 200

/** The picture by its key; whoever draws it may say that it has to be drawn anew next time. */
export type DrawnOnce = (key: string, draw: (forget: () => void) => Promise<Buffer>) => Promise<Buffer>

export function createDrawnOnce(): DrawnOnce {
  const drawn = new Map<string, Promise<Buffer>>()
  let last: Promise<unknown> = Promise.resolve()
  return (key, draw) => {
    const known = drawn.get(key)
    if (known !== undefined) return known
    if (drawn.size >= MOST_REMEMBERED) drawn.clear()
    const forget = () => void drawn.delete(key)
    const picture = last.then(() => draw(forget))
    last = picture.catch(() => undefined)
    drawn.set(key, picture)
    picture.catch(forget)
    return picture
  }
}
