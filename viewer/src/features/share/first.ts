// What the shopper's page shows of it in its first picture.
export { ShareButton as Button } from './ShareButton.tsx'
export { ShareSheet as Content } from './ShareSheet.tsx'
