import Glibc
import Workbooks

// Writes the sheets of a workbook for Tests/Workbooks/compare: a line of what each is, then its rows as CSV.
//
//   dump FILE           every sheet
//   dump --count FILE   reads every sheet five times, and says how many bytes came and the median of the milliseconds of
//                       processor time, for Benchmarks/workbooks

/// The processor time of this process so far.
func milliseconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1_000_000
}

/// Writes each sheet under a line that says what it is.
func write(_ path: String) throws(WorkbookFault) {
  let workbook = try Workbook(path: path)
  for sheet in workbook.sheets {
    print("\u{1}\(sheet.name)\u{1}\(sheet.visibility.rawValue)\u{1}\(sheet.kind.rawValue)")
    fflush(nil)
    let shape = try workbook.read(sheet) { Glibc.write(1, $0.baseAddress, $0.count) == $0.count }
    print("\u{2}\(shape.hiddenRows)\u{2}\(shape.hiddenColumns)")
  }
}

/// Reads each sheet and counts its bytes.
func count(_ path: String) throws(WorkbookFault) -> Int {
  let workbook = try Workbook(path: path)
  var total = 0
  for sheet in workbook.sheets {
    _ = try workbook.read(sheet) { block in
      total += block.count
      return true
    }
  }
  return total
}

do throws(WorkbookFault) {
  let path = CommandLine.arguments.last ?? ""
  if CommandLine.arguments.dropFirst().first == "--count" {
    var (bytes, times) = (0, [Double]())
    for _ in 0..<5 {
      let start = milliseconds()
      bytes = try count(path)
      times.append(milliseconds() - start)
    }
    print(bytes, times.sorted()[2])
  } else {
    try write(path)
  }
} catch {
  print("\u{3}\(error.message); expected \(error.expected); fix: \(error.fix)")
  exit(1)
}
