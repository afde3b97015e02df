// What polls put into the desk, in one piece.
import './poll.css'
export { PollOver as Over } from './PollOver.tsx'
export { PollTab as Tab } from './PollTab.tsx'
