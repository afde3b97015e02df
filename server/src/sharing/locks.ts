// The names that jobs on sharers lock: whoever erases a viewer takes the same ones, so that either of two sees the other.

/** By whoever counts who came by links. */
export const PEOPLE = 'link_people'

/** By whoever becomes a sharer or stops being one. */
export const SHARERS = 'sharers'
