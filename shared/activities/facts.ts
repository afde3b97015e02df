// The kinds of facts that are written about an activity, whatever its own kind: after any of them it may be another.

export const ACTIVITY_FACTS = [
  'activity:made',
  'activity:planned',
  'activity:announced',
  'activity:opened',
  'activity:closed',
  'activity:settled',
  'activity:cancelled',
  'activity:removed',
  'activity:entered',
  'activity:redrawn',
  'step:reached',
] as const
