// What a page that belongs to one phone asks of the server; without a line it is told so, and never waits long.
const PATIENCE_MS = 10_000

export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: string }
  /** No line, or the server can nothing now: the same may be asked again. */
  | { readonly kind: 'unreached' }
  /** The server can do others, but not this one. */
  | { readonly kind: 'failed' }

/** A refusal's code, or that the line is gone; null: it is done. */
export type Undone = string | null

export const NO_LINE = 'TRY_AGAIN'

export const undoneIn = (answer: Answer<unknown>): Undone =>
  answer.kind === 'ok' ? null : answer.kind === 'refused' ? answer.code : NO_LINE

/** What a pass from staff helps against. */
export const NEEDS_PASS: ReadonlySet<string> = new Set(['OTHER_PHONE', 'PASS_WRONG'])

/** Whether the page is another one after it was to be opened: it is open, or gone meanwhile. */
export const changesPage = (undone: Undone): boolean => undone !== NO_LINE && undone !== 'PASS_WRONG'

const AGAIN = new Set(['TOO_MANY', 'TRY_AGAIN', 'CANNOT_STORE'])

export async function ask(path: string, body?: object): Promise<Answer<unknown>> {
  const init: RequestInit = { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }
  if (body !== undefined) {
    init.method = 'POST'
    init.headers = { 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  try {
    const response = await fetch(path, init)
    const value: unknown = await response.json()
    if (response.ok) return { kind: 'ok', value }
    const code = typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : 'INTERNAL'
    if (code === 'INTERNAL') return { kind: 'failed' }
    return AGAIN.has(code) ? { kind: 'unreached' } : { kind: 'refused', code }
  } catch {
    return { kind: 'unreached' }
  }
}

export interface Bindable<State> {
  read(): Promise<Answer<State>>
  open(pass: string | null): Promise<Answer<unknown>>
}

/** A page that no phone has answers like one that another has: it is bound to this phone, if this is the first. */
export async function readBound<State>(api: Bindable<State>): Promise<Answer<State>> {
  const answer = await api.read()
  if (answer.kind !== 'refused' || answer.code !== 'OTHER_PHONE') return answer
  const opened = await api.open(null)
  return opened.kind === 'ok' ? api.read() : opened
}
