// How much there may be of templates.

/** Characters. */
export const MOST_TEMPLATE_NAME = 60
/** Of the shop. */
export const MOST_TEMPLATES = 50
