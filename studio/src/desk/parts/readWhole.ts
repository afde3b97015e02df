// A whole number as staff type it.
import { figuresOf } from '@lantern/shared/ui/typed.ts'

/** Null for anything but a whole number within the bounds. */
export function readWhole(text: string, { least, most }: { readonly least: number; readonly most: number }) {
  const figures = figuresOf(text)
  if (!/^\d{1,7}$/.test(figures)) return null
  const value = Number(figures)
  return value >= least && value <= most ? value : null
}
