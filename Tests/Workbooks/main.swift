import Glibc
import Workbooks

// Writes the sheets of a workbook for Tests/Workbooks/compare: a line of what each is, then its rows as CSV.
//
//   dump FILE           every sheet
//   dump --count FILE   reads every sheet and says how many bytes came and in how many milliseconds of processor time, for Benchmarks/workbooks

/// The processor time of this process so far.
func milliseconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1_000_000
}

let start = milliseconds()
let isCounting = CommandLine.arguments.dropFirst().first == "--count"
var total = 0
do throws(WorkbookFault) {
  let workbook = try Workbook(path: CommandLine.arguments.last ?? "")
  for sheet in workbook.sheets {
    if !isCounting { print("\u{1}\(sheet.name)\u{1}\(sheet.visibility.rawValue)\u{1}\(sheet.kind.rawValue)") }
    fflush(nil)
    let shape = try workbook.read(sheet) { block in
      total += block.count
      return isCounting || write(1, block.baseAddress, block.count) == block.count
    }
    if !isCounting { print("\u{2}\(shape.hiddenRows)\u{2}\(shape.hiddenColumns)") }
  }
  if isCounting { print(total, milliseconds() - start) }
} catch {
  print("\u{3}\(error.message); expected \(error.expected); fix: \(error.fix)")
  exit(1)
}
