// Groups have no commands of a room: pages and leaders' phones ask over HTTP (shared/contract/groups.ts).
export const COMMANDS = {}
