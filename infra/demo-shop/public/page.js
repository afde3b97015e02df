// Ticks the held price's countdown and writes times in the reader's own zone; every page works without it.
for (const time of document.querySelectorAll('time[data-clock]')) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  time.textContent = format.format(new Date(time.dateTime))
}

const left = document.querySelector('[data-left-ms]')
if (left) {
  const bar = document.querySelector('progress')
  const endsAt = performance.now() + Number(left.dataset.leftMs)
  const tick = () => {
    const leftMs = Math.max(0, endsAt - performance.now())
    const seconds = Math.ceil(leftMs / 1000)
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (bar) bar.value = leftMs
    if (leftMs === 0) {
      clearInterval(timer)
      location.reload()
    }
  }
  const timer = setInterval(tick, 250)
}
