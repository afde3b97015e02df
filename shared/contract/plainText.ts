// Text that people write into a form and others read: nothing in it steers the text around it.
import * as z from 'zod'

/** Of at least one character that is seen, trimmed. */
export const plainText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?=.*[^\s\u2800\p{Default_Ignorable_Code_Point}])[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u)
