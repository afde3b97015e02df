// What the shopper's page shows of it in its first picture.
import './share.css'
export { ShareButton as Button } from './ShareButton.tsx'
export { ShareSheet as Content } from './ShareSheet.tsx'
