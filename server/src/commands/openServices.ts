// Opens every service of the features, and closes those that have something to store.
import { joinDisjoint, partOf } from '@lantern/shared/contract/joinDisjoint.ts'
import type { AllOf } from '@lantern/shared/contract/slices.ts'
import * as features from '../features/features.ts'
import type { Ports } from './command.ts'
import type { ServiceNeeds } from './services.ts'
import type { Closable } from './timedBatch.ts'
import { createVisitBatch } from './visits.ts'

/** The ports that are services. */
export type Services = Pick<
  Ports,
  | 'comments'
  | 'words'
  | 'likes'
  | 'links'
  | 'joinPace'
  | 'groups'
  | 'members'
  | 'sharers'
  | 'counter'
  | 'visits'
  | 'buyer'
>

type Features = typeof features
type ServicesOf<Feature> = Feature extends { readonly services: infer Openers }
  ? { readonly [Name in keyof Openers]: Openers[Name] extends (needs: ServiceNeeds) => infer Service ? Service : never }
  : never
type Listed = AllOf<{ [Name in keyof Features]: ServicesOf<Features[Name]> }[keyof Features]>

export interface OpenServices {
  readonly services: Services
  /** Stores what waits. Idempotent. */
  close(): Promise<void>
}

export function openServices(needs: ServiceNeeds): OpenServices {
  const openers = joinDisjoint(Object.values(features).map((feature) => partOf(feature, 'services')))
  const listed = Object.fromEntries(
    Object.entries(openers).map(([name, open]) => [name, (open as (needs: ServiceNeeds) => unknown)(needs)]),
  ) as Listed
  const services = { ...listed, visits: createVisitBatch(needs) }
  return {
    services,
    close: async () => {
      await Promise.all(Object.values(services).flatMap((service) => (isClosable(service) ? [service.close()] : [])))
    },
  }
}

function isClosable(service: object): service is Closable {
  return 'close' in service && typeof service.close === 'function'
}
