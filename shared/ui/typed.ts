// Figures as people type them.

/** From the first full-width form to its half-width one. */
const APART = 0xfee0

/** Chinese and Japanese keyboards write figures full-width: ３００ is 300, １．５ is 1.5. Whatever else looks like a figure, such as ², stays as it is. */
export function figuresOf(text: string): string {
  return text.replace(/[０-９．，]/g, (form) => String.fromCharCode(form.charCodeAt(0) - APART)).trim()
}
