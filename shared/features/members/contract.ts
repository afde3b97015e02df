// Members have no commands of a room: they come by a link, and pages ask over HTTP (shared/contract/members.ts).
export const COMMANDS = {}
