// What plays put into the desk, in one piece.
export { PlayOver as Over } from './PlayOver.tsx'
export { PlayTab as Tab } from './PlayTab.tsx'
