// What the shopper's page shows of comments in its first picture.
import './comments.css'
export { CommentSheet } from './CommentSheet.tsx'
export { Comments } from './Comments.tsx'
export { Say } from './Say.tsx'
