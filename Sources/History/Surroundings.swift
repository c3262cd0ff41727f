import Metrics

/// What a file says beside its figures, as the bytes that a history keeps: its money, targets, waiting lists and problems, and
/// the organisations it names.
///
/// The bytes begin with the number of their form. They are read for years: a test holds them to recorded ones, and a
/// program that writes another form gives it another number and still reads this one.
struct Surroundings {
  /// The number of the form.
  private static let form: UInt8 = 1

  /// The organisations, which hardly ever change.
  let organisations: [UInt8]
  /// All else but the figures.
  let rest: [UInt8]

  init(organisations: [UInt8], rest: [UInt8]) { (self.organisations, self.rest) = (organisations, rest) }

  /// What a contribution says beside its figures.
  init(of contribution: Contribution) {
    var named = StoredWriter()
    contribution.organisations.write(to: &named)
    var rest = StoredWriter()
    Surroundings.contribution(contribution, organisations: [], figures: []).write(to: &rest)
    organisations = [Surroundings.form] + named.bytes
    self.rest = [Surroundings.form] + rest.bytes
  }

  /// The contribution with these figures; `nil` where the bytes are of another form, or damaged.
  func contribution(_ figures: [Observation], layout: String? = nil) -> Contribution? {
    guard organisations.first == Surroundings.form, rest.first == Surroundings.form else { return nil }
    do throws(StoredDamage) {
      let named = try Surroundings.value([Organisation].self, in: organisations)
      let bare = try Surroundings.value(Contribution.self, in: rest)
      return Surroundings.contribution(bare, organisations: named, figures: Observations(figures), layout: layout)
    } catch {
      return nil
    }
  }

  private static func value<Value: Stored>(_ kind: Value.Type, in bytes: [UInt8]) throws(StoredDamage) -> Value {
    let outcome = bytes.withUnsafeBytes { bytes -> Result<Value, StoredDamage> in
      var reader = StoredReader(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()))
      do throws(StoredDamage) {
        let value = try reader.value(Value.self)
        return reader.isAtEnd ? .success(value) : .failure(StoredDamage())
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// A contribution with other organisations and figures.
  private static func contribution(
    _ contribution: Contribution, organisations: [Organisation], figures: Observations, layout: String? = nil
  ) -> Contribution {
    Contribution(
      file: contribution.file, layout: layout ?? contribution.layout, isLocal: contribution.isLocal,
      encoding: contribution.encoding, rowsRead: contribution.rowsRead, rowsSkipped: contribution.rowsSkipped,
      observations: figures, organisations: organisations, waitingLists: contribution.waitingLists,
      finance: contribution.finance, targets: contribution.targets, statedTotals: contribution.statedTotals,
      documents: contribution.documents, problems: contribution.problems)
  }
}
