// What the first picture shows of the counter.
export { CounterButton } from './CounterButton.tsx'
export { CounterPoster } from './CounterPoster.tsx'
