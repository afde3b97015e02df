// Says what is missing before a real show: looks at the world around this server and changes nothing.
import { statfs } from 'node:fs/promises'
import type { DoctorReport, Finding } from '@lantern/shared/contract/doctor.ts'
import type { RefusedEvent } from '@lantern/shared/contract/refusedEvents.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { TurnSettings } from '../turn/iceServers.ts'
import { lookAtAddress, lookAtTls } from './address.ts'
import { finding } from './finding.ts'
import { lookAtTurn } from './turn.ts'

export interface DoctorNeeds {
  readonly config: TurnSettings & { readonly publicUrl: string | null; readonly dataDir: string }
  /** Why the server could not get its certificate the last time; null: it could, or does not try. */
  readonly acmeFailure: () => Promise<{ readonly why: string } | null>
  readonly testShop: () => Promise<Outcome<null, 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>>
  /** The time that another machine, the shop, says it is; null: it does not say. */
  readonly readTime: () => Promise<number | null>
  /** When the shop's latest event came; null: none ever did. */
  readonly lastArrivalAt: () => Promise<number | null>
  /** The shop's events that were refused, the latest first. */
  readonly readRefused: () => Promise<readonly Pick<RefusedEvent, 'reason' | 'times'>[]>
  readonly now: () => number
}

const GIGABYTE = 1e9
const LOW_DISK_BYTES = 2 * GIGABYTE
/** The shop says whole seconds, and its answer takes a moment. */
const CLOCK_OFF_MS = 3000

async function lookAtShop({ testShop }: DoctorNeeds): Promise<Finding> {
  const tested = await testShop()
  if (tested.ok) return finding('shop', 'good', 'shop_well')
  const why = tested.detail?.['why']
  return finding('shop', 'bad', 'shop_failed', { why: typeof why === 'string' ? why : tested.code })
}

async function lookAtWebhook({ lastArrivalAt, readRefused, now }: DoctorNeeds): Promise<Finding> {
  const at = await lastArrivalAt()
  if (at === null) return lookAtRefused(await readRefused())
  return finding('webhook', 'good', 'webhook_seen', { hours: Math.max(0, Math.round((now() - at) / 3_600_000)) })
}

/** Somebody speaks and is not understood: that is nearer to the mend than silence. */
function lookAtRefused(refused: readonly Pick<RefusedEvent, 'reason' | 'times'>[]): Finding {
  const [latest] = refused
  if (latest === undefined) return finding('webhook', 'bad', 'no_webhook')
  const times = refused.reduce((sum, one) => sum + one.times, 0)
  return finding('webhook', 'bad', 'webhook_refused', { times, reason: latest.reason })
}

async function lookAtDisk({ config }: DoctorNeeds): Promise<Finding> {
  const { bavail, bsize } = await statfs(config.dataDir)
  const bytes = bavail * bsize
  const gigabytes = Math.round((bytes / GIGABYTE) * 10) / 10
  return bytes < LOW_DISK_BYTES
    ? finding('disk', 'bad', 'disk_low', { gigabytes })
    : finding('disk', 'good', 'disk_fine', { gigabytes })
}

async function lookAtClock({ readTime, now }: DoctorNeeds): Promise<Finding> {
  const before = now()
  const theirs = await readTime()
  if (theirs === null) return finding('clock', 'unsure', 'clock_unknown')
  // They said it some time between the question and the answer, cut to the second.
  const ours = (before + now()) / 2 - 500
  const offMs = ours - theirs
  const seconds = Math.round(Math.abs(offMs) / 1000)
  return Math.abs(offMs) > CLOCK_OFF_MS
    ? finding('clock', 'bad', 'clock_wrong', { seconds })
    : finding('clock', 'good', 'clock_right')
}

/** What the authority said is the reason for what is wrong, and a warning where nothing is wrong yet. */
async function lookAtCertificate({ config, acmeFailure, now }: DoctorNeeds): Promise<Finding> {
  const [seen, failure] = await Promise.all([lookAtTls(config.publicUrl, now()), acmeFailure()])
  if (failure === null) return seen
  const { why } = failure
  return seen.state === 'good'
    ? finding('tls', 'unsure', 'acme_late', { ...seen.detail, why })
    : finding('tls', 'bad', 'acme_failed', { why })
}

/** In the order of the contract; each check ends within seconds, whatever the world does. */
export function createDoctor(needs: DoctorNeeds): () => Promise<DoctorReport> {
  const { config, now } = needs
  return async () => ({
    findings: await Promise.all([
      lookAtAddress(config.publicUrl),
      lookAtCertificate(needs),
      lookAtTurn(config, now),
      lookAtShop(needs),
      lookAtWebhook(needs),
      lookAtDisk(needs),
      lookAtClock(needs),
    ]),
  })
}
