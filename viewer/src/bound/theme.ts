// The page is dark where the phone is.

export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = () => (document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light')
  show()
  dark.addEventListener('change', show)
}
