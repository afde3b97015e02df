// A consent names the version of the text that was read: where a text changes, its version has to, or nobody knows what was agreed to.
import { createHash } from 'node:crypto'
import { CONTACT_TEXTS } from '@lantern/shared/contract/consents.ts'
import { CONSENT_VERSION } from '@lantern/shared/features/commission/limits.ts'
import * as sharingEn from '@lantern/shared/features/commission/words.en.ts'
import * as sharingHans from '@lantern/shared/features/commission/words.zh-Hans.ts'
import * as sharingHant from '@lantern/shared/features/commission/words.zh-Hant.ts'
import * as drawEn from '@lantern/shared/features/draw/words.en.ts'
import * as drawHans from '@lantern/shared/features/draw/words.zh-Hans.ts'
import * as drawHant from '@lantern/shared/features/draw/words.zh-Hant.ts'
import * as testersEn from '@lantern/shared/features/testers/words.en.ts'
import * as testersHans from '@lantern/shared/features/testers/words.zh-Hans.ts'
import * as testersHant from '@lantern/shared/features/testers/words.zh-Hant.ts'
import { expect, test } from 'vitest'

const TEXTS = {
  share: [sharingEn, sharingHans, sharingHant].map(({ viewer }) => viewer['sharing.consent']),
  prize: [drawEn, drawHans, drawHant].map(({ viewer }) => viewer['draw.consent']),
  contact: [testersEn, testersHans, testersHant].map(({ viewer }) => viewer['testers.consent']),
}
const VERSIONS = { share: CONSENT_VERSION, ...CONTACT_TEXTS }
const hashOf = (texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12)

test.each([
  ['share', '2', 'f2ca0ee2ed88'],
  ['prize', '1', '3f56353e7065'],
  ['contact', '1', '68ef8cd249aa'],
] as const)('the text of %s in version %s is this one', (purpose, version, hash) => {
  expect([VERSIONS[purpose], hashOf(TEXTS[purpose])]).toEqual([version, hash])
})
