// Where the staff member who is logged in is kept among what was fetched.
export const ME = ['me'] as const
