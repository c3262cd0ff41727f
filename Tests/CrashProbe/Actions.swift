import Actions
import Glibc
import Metrics

/// Writes actions into a folder, so many (`500`) or for so long (`60s`), and says of each when it is written.
///
/// - Parameter writer: the name of the writer; what follows a `/` in it tells programs of one writer apart.
func writeActions(into folder: String, as writer: String, until end: String) -> Never {
  let file = ActionFolder.fileName(host: "probe", user: String(writer.prefix { $0 != "/" }))
  let most = Int(end) ?? .max
  let seconds = end.hasSuffix("s") ? Int(end.dropLast()) ?? 0 : Int(Int32.max)
  let last = time(nil) + seconds
  let day = Moment(day: Day(year: 2018, month: 3, day: 20) ?? Day(number: 0))
  var number = 0
  while number < most, time(nil) < last {
    var event = ActionEvent(.action, at: day, by: writer)
    event.text = "\(writer) \(number)"
    do {
      try ActionFolder(folder).write(event, as: file)
    } catch {
      print("fault \(error)")
      exit(1)
    }
    number += 1
    var line = Array("\(event.text)\n".utf8)
    _ = write(STDOUT_FILENO, &line, line.count)
  }
  exit(0)
}
