// What the shopper's page shows of likes in its first picture.
import './likes.css'
export { Like as Live } from './Like.tsx'
