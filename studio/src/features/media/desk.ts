// What the host's picture puts into the desk, in one piece.
export { SendingAround as Around } from './SendingAround.tsx'
export { PictureStage as Stage } from './PictureStage.tsx'
