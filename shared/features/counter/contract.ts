// The counter has no commands of a room: phones ask over HTTP (shared/contract/counter.ts).
export const COMMANDS = {}
