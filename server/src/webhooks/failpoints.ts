// The steps between which a process may die: tests end it there, and nothing may be lost or doubled.
export const FAILPOINTS = [
  'inbox:received',
  'inbox:kept',
  'inbox:claimed',
  'inbox:reported',
  'inbox:settled',
  'relay:reading',
  'relay:collected',
  'relay:claimed',
  'relay:sent',
  'relay:settled',
] as const
export type FailpointName = (typeof FAILPOINTS)[number]

/** Called at each step; in service it does nothing. */
export type Failpoint = (name: FailpointName) => void

export const noFailpoint: Failpoint = () => {}
