// What the shopper's page shows of likes in its first picture.
export { Like as Live } from './Like.tsx'
