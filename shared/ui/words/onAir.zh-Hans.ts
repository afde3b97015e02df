// The desk's words about being on air, and about a part of the page that failed, in Simplified Chinese.
export const words = {
  'panel.failed': '这一块出了问题，其他部分照常运行，观众看到和听到的不受影响。',
  'panel.again': '重新显示',
  'host.elsewhere': '现在由另一台设备推送画面。',
  'host.elsewhere.phone': '现在由您的手机推送画面。',
  'host.elsewhere.tablet': '现在由您的平板推送画面。',
  'host.elsewhere.computer': '现在由您的电脑推送画面。',
  'host.nobody': '只有您自己能看到，观众现在没有画面。',
  'stage.takeBack': '由我接回',
  'end.saleToo': '{{product}}的抢购也会一起结束：还剩 {{free}} 件，{{held}} 件保留中。',
  'stage.pause': '暂停：不出画面和声音',
  'stage.goOn': '继续',
  'stage.isPaused': '已暂停',
  'host.paused': '已暂停，观众看到“马上回来”。',
  'host.cameraOff': '只有声音在播，观众看到“镜头已关”。',
  'watch.cameraOff': '主播在播，镜头已关',
  'watch.paused': '主播已暂停',
} as const
