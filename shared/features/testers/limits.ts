// Limits of what testers and staff type, for pages that load no schemas.

export const MOST_TITLE = 80
export const MOST_NOTE = 160
export const MOST_PLACES = 500
export const MOST_CONTACT = 200
