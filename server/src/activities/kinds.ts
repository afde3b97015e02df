// Every kind of activity there is, as the features bring them.
import { FEATURES } from '../features/feature.ts'
import { kindsOf } from './kind.ts'

export const KINDS = kindsOf(FEATURES.flatMap(([, { activity }]) => activity ?? []))
