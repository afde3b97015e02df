// Where the keyboard's focus goes when what had it is gone: to its product's main act, else to what stands nearest.

const CAN_TAKE = 'a[href], button, input, select, textarea, [tabindex="0"]'
const OWN_PLACE = '[data-product]'
/** Of the shopper's page: the one act of a product's card. */
const MAIN_ACT = '.buy'

/** What had the focus, and what it stood in, from the inside out. */
export type Trail = readonly HTMLElement[]

export function trailOf(element: Element | null): Trail {
  const trail: HTMLElement[] = []
  for (let at = element; at instanceof HTMLElement && at !== document.body; at = at.parentElement) trail.push(at)
  return trail
}

/** Gives the focus back to what had it; a neighbour takes it when that is gone or can take it no more. */
export function focusAgain(trail: Trail): boolean {
  const there = trail.filter((one) => one.isConnected)
  const [own] = trail
  if (own !== undefined && takesFocus(own)) return true
  const place = there.find(isPlace)
  if (place !== undefined && [place.querySelector(MAIN_ACT), ...within(place), place].some(takesFocus)) return true
  // Where a product stands that was not meant, its card as a whole gets the focus: the next key must not hold it by accident.
  return there.some((near) => [near.querySelector(OWN_PLACE), near, ...within(near)].some(takesFocus))
}

const isPlace = (element: HTMLElement) => element.matches(OWN_PLACE)

const within = (element: Element) => [...element.querySelectorAll(CAN_TAKE)]

function takesFocus(element: Element | null): boolean {
  if (!(element instanceof HTMLElement) || !element.isConnected || element.matches(':disabled')) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

/** Watches over the focus while the page changes under it; what is said stops it. */
export function keepFocus(page: Document): () => void {
  let last: Trail = []
  const onFocus = ({ target }: FocusEvent) => {
    last = target instanceof Element ? trailOf(target) : []
  }
  // A click beside everything gives it up on purpose; what was taken away, or switched off, is found by the observer.
  const onBlur = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      const isLeft = page.activeElement === page.body && page.hasFocus() && last[0] === target
      if (isLeft && target instanceof Element && !isLost(target)) last = []
    })
  const look = () => {
    const [had] = last
    if (had === undefined || !isLost(had)) return
    const trail = last
    last = []
    if (!isTaken(page.activeElement, trail)) focusAgain(trail)
  }
  const observer = new MutationObserver(look)
  page.addEventListener('focusin', onFocus)
  page.addEventListener('focusout', onBlur)
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  return () => {
    page.removeEventListener('focusin', onFocus)
    page.removeEventListener('focusout', onBlur)
    observer.disconnect()
  }
}

/** Whether the focus is somewhere else by now, and not only with what lies around the place: the page, or the sheet. */
function isTaken(now: Element | null, trail: Trail): boolean {
  const near = trail.find((one) => one.isConnected)
  return now !== null && now !== document.body && (near === undefined || !now.contains(near))
}

function isLost(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled')
}
