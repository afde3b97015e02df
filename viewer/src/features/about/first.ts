// What the shopper's page shows of it in its first picture.
import './about.css'
export { MoreButton as Button } from './MoreButton.tsx'
export { MoreSheet as Content } from './MoreSheet.tsx'
