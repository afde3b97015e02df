// The parts of features, with those here that the first picture needs; the others come when they are asked for.
import { createParts } from '@lantern/shared/ui/features.ts'
import { type Feature, FIRST_PLACES, type Parts, type Places } from './places.ts'

export async function loadFirst(features: readonly Feature[]): Promise<Parts> {
  const parts = createParts<Places>(features)
  await Promise.all(FIRST_PLACES.map((place) => parts.load(place)))
  return parts
}
