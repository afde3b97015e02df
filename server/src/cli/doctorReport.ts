// The second half of npm run doctor, where a shop has its settings.
import { runAsProgram } from './command.ts'
import { runDoctorReport } from './runDoctorReport.ts'

await runAsProgram(runDoctorReport)
