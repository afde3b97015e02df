// The desk's words about being on air, and about a part of the page that failed, in Traditional Chinese.
export const words = {
  'panel.failed': '這一塊出了問題，其他部分照常運作，觀眾看到和聽到的不受影響。',
  'panel.again': '重新顯示',
  'host.elsewhere': '現在由另一台裝置推送畫面。',
  'host.elsewhere.phone': '現在由您的手機推送畫面。',
  'host.elsewhere.tablet': '現在由您的平板推送畫面。',
  'host.elsewhere.computer': '現在由您的電腦推送畫面。',
  'host.nobody': '只有您自己看得到，觀眾現在沒有畫面。',
  'stage.takeBack': '由我接回',
  'end.saleToo': '{{product}}的搶購也會一起結束：還剩 {{free}} 件，{{held}} 件保留中。',
  'stage.pause': '暫停：不出畫面和聲音',
  'stage.goOn': '繼續',
  'stage.isPaused': '已暫停',
  'host.paused': '已暫停，觀眾看到「馬上回來」。',
  'host.cameraOff': '只有聲音在播，觀眾看到「鏡頭已關」。',
  'watch.cameraOff': '主播在播，鏡頭已關',
  'watch.paused': '主播已暫停',
} as const
