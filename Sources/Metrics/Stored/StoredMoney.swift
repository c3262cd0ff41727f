extension FinancePosition.Basis: Stored {}
extension BridgeStep.Kind: Stored {}

extension FinanceRecords: Stored {
  package func write(to bytes: inout StoredWriter) {
    positions.write(to: &bytes)
    bridgeSteps.write(to: &bytes)
    schemes.write(to: &bytes)
    planLines.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      positions: try bytes.value(), bridgeSteps: try bytes.value(), schemes: try bytes.value(),
      planLines: try bytes.value())
  }
}

extension FinancePosition: Stored {
  package func write(to bytes: inout StoredWriter) {
    organisation.write(to: &bytes)
    month.write(to: &bytes)
    basis.write(to: &bytes)
    for amount in [controlTotal, planToDate, actualToDate, forecast, stfPlan, stfActual] { amount.write(to: &bytes) }
    rows.write(to: &bytes)
    document.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      organisation: try bytes.value(), month: try bytes.value(), basis: try bytes.value(),
      controlTotal: try bytes.value(), planToDate: try bytes.value(), actualToDate: try bytes.value(),
      forecast: try bytes.value(), stfPlan: try bytes.value(), stfActual: try bytes.value(), rows: try bytes.value(),
      document: try bytes.value())
  }
}

extension BridgeStep: Stored {
  package func write(to bytes: inout StoredWriter) {
    organisation.write(to: &bytes)
    period.write(to: &bytes)
    bytes.write(order)
    kind.write(to: &bytes)
    title.write(to: &bytes)
    amount.write(to: &bytes)
    rows.write(to: &bytes)
    document.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      organisation: try bytes.value(), period: try bytes.value(), order: try bytes.number(), kind: try bytes.value(),
      title: try bytes.value(), amount: try bytes.value(), rows: try bytes.value(), document: try bytes.value())
  }
}

extension SavingsScheme: Stored {
  package func write(to bytes: inout StoredWriter) {
    organisation.write(to: &bytes)
    period.write(to: &bytes)
    title.write(to: &bytes)
    isRecurrent.write(to: &bytes)
    for amount in [plan, delivered, forecast] { amount.write(to: &bytes) }
    rows.write(to: &bytes)
    document.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      organisation: try bytes.value(), period: try bytes.value(), title: try bytes.value(),
      isRecurrent: try bytes.value(), plan: try bytes.value(), delivered: try bytes.value(),
      forecast: try bytes.value(), rows: try bytes.value(), document: try bytes.value())
  }
}

extension PlanLine: Stored {
  package func write(to bytes: inout StoredWriter) {
    organisation.write(to: &bytes)
    year.write(to: &bytes)
    scenario.write(to: &bytes)
    line.write(to: &bytes)
    amount.write(to: &bytes)
    rows.write(to: &bytes)
    document.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      organisation: try bytes.value(), year: try bytes.value(), scenario: try bytes.value(), line: try bytes.value(),
      amount: try bytes.value(), rows: try bytes.value(), document: try bytes.value())
  }
}
