// Boards, statements and trees as the rest of the server asks for them.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { BoardQuery, OrderTree, SharersBoard, StaffBoard } from '@lantern/shared/contract/sharerPage.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { isZone, monthOf, spanOfMonth } from '../../domain/sharing/months.ts'
import { readSharingRules } from '../../sharing/rules.ts'
import { type BoardOf, readBoard, toSharersBoard, toStaffBoard } from './board.ts'
import { readStatement, toCsv } from './statement.ts'
import { readTree } from './tree.ts'

/** What a sharer's browser brings. */
export interface Device {
  /** As it stands in the address. */
  readonly code: string
  /** The value of its cookie; null: it has none. */
  readonly device: string | null
}

export interface Month {
  readonly month: string
  readonly zone: string
}

export interface SharerReads {
  /** Refused where the shop shows it to nobody. */
  board(device: Device, of: BoardQuery): Promise<Outcome<SharersBoard>>
  staffBoard(of: BoardQuery): Promise<Outcome<StaffBoard>>
  /** A file's text. */
  statement(device: Device, of: Month): Promise<Outcome<string>>
  staffStatement(of: Month & { readonly sharer?: SharerId | undefined }): Promise<Outcome<string>>
  /** By the number of an order, or the id of its hold. */
  tree(id: string): Promise<Outcome<OrderTree>>
}

type Enter = (device: Device) => Promise<Outcome<SharerId>>

export function readsOf({ store, clock }: Pick<ServiceNeeds, 'store' | 'clock'>, enter: Enter): SharerReads {
  const write = async ({ month, zone }: Month, sharerId: SharerId | null): Promise<Outcome<string>> => {
    if (!isZone(zone)) return refuse('BAD_INPUT')
    return grant(toCsv(await store.run(readStatement, { sharerId, ...spanOfMonth(month, zone) })))
  }
  const read = async (of: BoardQuery) => {
    const asked = boardOf(of, clock())
    return asked === null ? refuse('BAD_INPUT') : grant(await store.run(readBoard, asked))
  }
  return {
    async board(device, of) {
      const entered = await enter(device)
      if (!entered.ok) return entered
      const { rules } = await store.run(readSharingRules, null)
      if (!rules.showsBoard) return refuse('NOT_ALLOWED')
      const placed = await read(of)
      return placed.ok ? grant(toSharersBoard(placed.value, entered.value)) : placed
    },
    async staffBoard(of) {
      const placed = await read(of)
      return placed.ok ? grant(toStaffBoard(placed.value)) : placed
    },
    async statement(device, of) {
      const entered = await enter(device)
      return entered.ok ? write(of, entered.value) : entered
    },
    staffStatement: ({ sharer, ...of }) => write(of, sharer ?? null),
    tree: (id) => store.run(readTree, { id }),
  }
}

/** Null: of a zone that there is not. */
function boardOf({ ofShow, ofMonth, zone }: BoardQuery, now: number): BoardOf | null {
  if (ofShow !== undefined) return { showId: ofShow }
  return isZone(zone) ? spanOfMonth(ofMonth ?? monthOf(now, zone), zone) : null
}
