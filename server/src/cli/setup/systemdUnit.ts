// A systemd unit that starts the shop's server with the machine, and again when it falls.

export interface UnitPlace {
  readonly user: string
  readonly root: string
  readonly node: string
  readonly settingsFile: string
  readonly dataDir: string
  /** Null: the server finds it itself. */
  readonly worker: string | null
}

/** In a unit's command a percent sign is the beginning of something else, and a space ends a word. */
const word = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`

/** A bad setting (78) is not tried again: somebody has to change it. Ports below 1024 may be opened. */
export function systemdUnit({ user, root, node, settingsFile, dataDir, worker }: UnitPlace): string {
  const path = (text: string) => text.replaceAll('%', '%%')
  return `[Unit]
Description=Lantern, live commerce studio
Wants=network-online.target
After=network-online.target

[Service]
User=${user}
WorkingDirectory=${path(root)}
Environment=DEMO=0${worker === null ? '' : `\nEnvironment=${word(`MEDIASOUP_WORKER_BIN=${worker}`)}`}
ExecStart=${word(node)} ${word(`--env-file=${settingsFile}`)} server/src/main.ts
Restart=on-failure
RestartSec=2
RestartPreventExitStatus=78
TimeoutStopSec=15
LimitNOFILE=65536
UMask=0077
AmbientCapabilities=CAP_NET_BIND_SERVICE
NoNewPrivileges=true
ProtectSystem=strict
ReadWritePaths=${word(dataDir)}
PrivateTmp=true

[Install]
WantedBy=multi-user.target
`
}
