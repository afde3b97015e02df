// Names of templates as they are compared: those that look alike are one.

export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLocaleLowerCase('en').replaceAll(/\s+/g, ' ')
}
