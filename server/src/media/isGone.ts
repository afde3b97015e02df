// Tells whether an error of the media worker means only that the thing asked for is closed already.

/** That it was closed is still on its way to us, or never comes: a part that was being made while its transport ended. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotFoundError'
}
