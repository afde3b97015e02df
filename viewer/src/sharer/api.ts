// What a sharer's page asks of the server.
import type { MakeSharerLink, SharersBoard, SharerState } from '@lantern/shared/contract/sharerPage.ts'
import { type Answer, ask } from '../bound/ask.ts'

/** The server is ours and of the same build, and speaks the contract. */
const isState = (value: unknown): value is SharerState =>
  typeof value === 'object' && value !== null && 'links' in value && 'terms' in value && 'lines' in value
const isBoard = (value: unknown): value is SharersBoard =>
  typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)

async function read<Value>(path: string, is: (value: unknown) => value is Value): Promise<Answer<Value>> {
  const answer = await ask(path)
  if (answer.kind !== 'ok') return answer
  return is(answer.value) ? { kind: 'ok', value: answer.value } : { kind: 'unreached' }
}

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export function createSharerApi(code: string) {
  const at = `/api/sharer/${code}`
  return {
    read: () => read(at, isState),
    open: (pass: string | null) => ask(`${at}/open`, { pass }),
    make: (link: MakeSharerLink) => ask(`${at}/links`, link),
    makeVoid: (link: string) => ask(`${at}/links/void`, { code: link }),
    leave: () => ask(`${at}/leave`, {}),
    /** Null: of this month. */
    board: (showId: string | null) =>
      read(`${at}/board?${new URLSearchParams(showId === null ? { zone: zone() } : { ofShow: showId })}`, isBoard),
    statementOf: (month: string) => `${at}/statement.csv?${new URLSearchParams({ month, zone: zone() })}`,
  }
}

export type SharerApi = ReturnType<typeof createSharerApi>
