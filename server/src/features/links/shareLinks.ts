// Share links as the rest of the server uses them: new codes, where one leads, and that somebody came by it.
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { MakeSharerLink } from '@lantern/shared/contract/sharerPage.ts'
import { LinkCode } from '@lantern/shared/features/links/contract.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { type Closable, createTimedBatch } from '../../commands/timedBatch.ts'
import { makeKey } from '../../identity/tokens.ts'
import { addOpens, type Opened } from './addOpens.ts'
import { createAddressPace, MOST_CLICKS_A_MINUTE } from './addressPace.ts'
import { makeCode, readCode } from './code.ts'
import { findLink, type Led, makeOwnLink } from './jobs.ts'
import { makeNamedLink, voidNamedLink } from './sharersLinks.ts'

export interface ShareLinks {
  make(): Promise<LinkCode>
  /** A sharer's own for the show, made once; null: there is no such show. */
  own(of: { readonly showId: ShowId; readonly sharerId: SharerId }): Promise<LinkCode | null>
  /** Whether this shop has signed it, without asking the database. */
  isOurs(text: string): Promise<boolean>
  /** A sharer's for one more group; without a name, their own for the show. */
  makeFor(sharerId: SharerId, asked: MakeSharerLink): Promise<Outcome<LinkCode>>
  /** One that the sharer has made, for good. Safe to repeat. */
  voidOf(sharerId: SharerId, text: string): Promise<Outcome<null>>
  /** Null: nothing that this shop has made. */
  find(text: string): Promise<Led | null>
  /** A show's page was opened by it; null: by a robot, or ahead of somebody. What is no link of ours is passed over. Never throws. */
  note(opened: OpenedPage): void
}

interface OpenedPage {
  readonly via: string
  readonly showId: string
  readonly viewerId: ViewerId | null
  /** Where they come from, in whatever words: the same for the same address. */
  readonly source: string
}

const STORE_EVERY_MS = 500

export function createShareLinks({
  store,
  log,
  clock,
}: Pick<ServiceNeeds, 'store' | 'log' | 'clock'>): ShareLinks & Closable {
  let known: Promise<string> | null = null
  const key = () => {
    known ??= store.secret('link-key', makeKey)
    known.catch(() => (known = null))
    return known
  }
  const isCounted = createAddressPace(clock)
  const isNoted = createAddressPace(clock, MOST_CLICKS_A_MINUTE)
  const save = async (noted: readonly Opened[]) => {
    const signedWith = await key()
    const opened: readonly Opened[] = noted.filter(({ code }) => readCode(signedWith, code) !== null)
    if (opened.length > 0) await store.run(addOpens, { opened })
  }
  const onFailure = (err: unknown) => log.warn({ err }, 'opens of links not stored; trying again')
  const batch = createTimedBatch<Opened>({ everyMs: STORE_EVERY_MS, onFailure, save })
  return {
    make: async () => makeCode(await key()),
    async own(of) {
      const made = await store.change(makeOwnLink, { ...of, code: makeCode(await key()) })
      return made.ok ? made.value : null
    },
    isOurs: async (text) => readCode(await key(), text) !== null,
    ...ofSharers(store, key),
    async find(text) {
      const code = readCode(await key(), text)
      return code === null ? null : store.run(findLink, { code })
    },
    note({ via, showId, viewerId, source }) {
      // What is asked for is any text of any length: only what may be ours is kept until it is looked at.
      const code = LinkCode.safeParse(via)
      if (!code.success) return
      const isUncounted = viewerId !== null && !isCounted(source)
      const isUnnoted = viewerId !== null && !isNoted(source)
      const said = { ...(isUncounted && { isUncounted }), ...(isUnnoted && { isUnnoted }) }
      batch.add({ code: code.data, showId, viewerId, ...said })
    },
    close: () => batch.close(),
  }
}

/** Links that sharers make for groups. */
function ofSharers(store: ServiceNeeds['store'], key: () => Promise<string>): Pick<ShareLinks, 'makeFor' | 'voidOf'> {
  return {
    async makeFor(sharerId, { name, messenger, showId, id }) {
      const code = makeCode(await key())
      if (name === null) return store.change(makeOwnLink, { showId, sharerId, code })
      return store.change(makeNamedLink, { sharerId, showId, id, code, named: { name, messenger } })
    },
    async voidOf(sharerId, text) {
      const code = readCode(await key(), text)
      return code === null ? refuse('LINK_NOT_FOUND') : store.change(voidNamedLink, { sharerId, code })
    },
  }
}
