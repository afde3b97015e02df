// The ShopRecords over any Database: each method is one job.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Changed } from '../../database/changed.ts'
import type { Database, Job } from '../../database/database.ts'
import * as codes from './holdCodes.ts'
import * as failures from './handoffFailures.ts'
import { importCatalogue } from './imports.ts'
import { readCatalogue } from './knownCatalogue.ts'
import { readDetails } from './productDetails.ts'
import * as refreshes from './refreshes.ts'
import * as taking from './taking.ts'
import * as shelf from './shopShelf.ts'
import type { ShopRecords } from './shopRecords.ts'

export interface ShopRecordsOptions {
  readonly database: Database
  /** Called after each commit that changed these shows. */
  readonly onChange: (showIds: ReadonlySet<ShowId>) => void
}

export function createShopRecords({ database, onChange }: ShopRecordsOptions): ShopRecords {
  async function change<Input>(job: Job<Input, Changed<unknown>>, input: Input): Promise<void> {
    const { showIds } = await database.run(job, input)
    if (showIds.length > 0) onChange(new Set(showIds))
  }

  return {
    readCatalogue: () => database.run(readCatalogue, null),
    importCatalogue: (catalogue) => change(importCatalogue, catalogue),
    claimRefresh: (pace) => database.run(refreshes.claimRefresh, pace),
    saveChanges: (found) => change(refreshes.saveChanges, found),
    noteReading: (reading) => change(refreshes.noteReading, reading),
    readReading: () => database.run(refreshes.readReading, null),
    markNewer: async () => void (await database.run(refreshes.markNewer, null)),
    readChanges: (page) => database.run(refreshes.readChanges, page),
    chosenChanges: (keys) => database.run(taking.chosenChanges, { keys }),
    openChanges: () => database.run(taking.openChanges, null),
    holdersOf: (skus) => database.run(taking.holdersOf, { skus }),
    beginTaking: (total) => database.run(taking.beginTaking, { total }),
    noteTaking: async (state) => void (await database.run(taking.noteTaking, { taking: state })),
    closeChanges: async (taken) => void (await database.run(refreshes.closeChanges, { taken })),
    leaveChanges: async (keys) => void (await database.run(refreshes.leaveChanges, { keys })),
    readDetails: (showId, productId) => database.run(readDetails, { showId, productId }),
    openCode: async (holdId) => void (await database.run(codes.openCode, { holdId })),
    codesToEnd: (limit) => database.run(codes.codesToEnd, { limit }),
    codesLeft: (holdId) => database.run(codes.codesLeft, { holdId }),
    noteFailure: async (failure) => void (await database.run(failures.noteFailure, failure)),
    forgetFailure: async (holdId) => void (await database.run(failures.forgetFailure, { holdId })),
    readFailures: () => database.run(failures.readFailures, null),
    endCode: async (holdId) => void (await database.run(codes.endCode, { holdId })),
    findOffers: (variant) => database.run(shelf.findOffers, variant),
    liveOffers: () => database.run(shelf.liveOffers, null),
    fencedOffers: () => database.run(shelf.fencedOffers, null),
    capShared: (stock) => database.run(shelf.capShared, stock).then(() => {}),
    saveStock: async (stock) => void (await database.run(shelf.saveStock, stock)),
    readStock: () => database.run(shelf.readStock, null),
  }
}
