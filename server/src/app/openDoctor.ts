// What the doctor of a running server looks at: the shop that is in use by then, and what came from it.
import { createDoctor } from '../doctor/doctor.ts'
import { createShopTime } from '../doctor/shopTime.ts'
import type { Config } from '../settings/config.ts'
import type { Clock } from '../kit/clock.ts'
import type { WebhookRecords } from '../webhooks/records/webhookRecords.ts'
import { readAcmeFailure } from './openCertificates.ts'
import type { OpenShop } from './openShop.ts'

export interface DoctorParts {
  readonly config: Config
  readonly shop: Pick<OpenShop, 'admin' | 'current'>
  readonly webhookRecords: Pick<WebhookRecords, 'inbox' | 'refused'>
  readonly clock: Clock
}

export function openDoctor({ config, shop, webhookRecords: { inbox, refused }, clock }: DoctorParts) {
  const readTime = async () => {
    const current = shop.current()
    return current === null ? null : createShopTime(current.settings, current.fetchShop)()
  }
  const heard = { lastArrivalAt: inbox.lastAt, readRefused: refused.list }
  const acmeFailure = () => readAcmeFailure(config)
  return createDoctor({ config, acmeFailure, testShop: shop.admin.test, readTime, ...heard, now: clock })
}
