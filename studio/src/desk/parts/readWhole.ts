// A whole number as staff type it.

/** Null for anything but a whole number within the bounds. */
export function readWhole(text: string, { least, most }: { readonly least: number; readonly most: number }) {
  if (!/^\d{1,7}$/.test(text.trim())) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}
