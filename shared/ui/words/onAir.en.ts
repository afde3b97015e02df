// The desk's words about being on air, and about a part of the page that failed, in English.
export const words = {
  'panel.failed': 'This part stopped working. Everything else goes on, also what viewers see and hear.',
  'panel.again': 'Show it again',
  'host.elsewhere': 'Another device is sending now.',
  'host.elsewhere.phone': 'Your phone is sending now.',
  'host.elsewhere.tablet': 'Your tablet is sending now.',
  'host.elsewhere.computer': 'Your computer is sending now.',
  'host.nobody': 'Only you see this. Viewers have no picture now.',
  'stage.takeBack': 'Take it back',
  'end.saleToo': 'The flash sale of {{product}} ends with it: {{free}} left, {{held}} held.',
  'stage.pause': 'Pause: no picture, no sound',
  'stage.goOn': 'Go on',
  'stage.isPaused': 'Paused',
  'host.paused': 'Paused. Viewers read that you are back in a moment.',
  'host.cameraOff': 'On air with sound alone. Viewers read that your camera is off.',
  'watch.cameraOff': 'The host is on air, with the camera off',
  'watch.paused': 'The host has paused',
} as const
