/// Why a row cannot be read, and the field that shows it.
struct Fault: Error {
  /// What is wrong.
  let cause: ExtractProblem
  /// The field, counted from 0; `nil` for the row as a whole.
  let field: Int?

  /// A fault of a row, or of one of its fields.
  init(_ cause: ExtractProblem, _ field: Int? = nil) {
    self.cause = cause
    self.field = field
  }
}
