// The name of the cookie by which a page knows that its viewer may be a member; apart, since pages load no schemas.
/** A cookie that the page reads: that there is something to ask for. It proves nothing. */
export const MEMBER_HINT = 'lantern_member'
