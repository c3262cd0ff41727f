import Metrics

extension Contribution {
  /// Everything in it, one line each: what the expectation files hold.
  var dump: String {
    var lines = ["\(layout) · \(encoding) · \(rowsRead) rows, \(rowsSkipped) skipped"]
    lines += organisations.map { "organisation \($0.code) \($0.role) \($0.parent?.text ?? "-") \"\($0.name)\"" }
    lines += self.lines
    lines += waitingLists.map { list in
      let bands = list.bands.enumerated().filter { $0.element > 0 }.map { "\($0.offset):\($0.element)" }
      return "list \(list.organisation) \(list.period.text) of \(list.bands.count): " + bands.joined(separator: " ")
    }
    lines += finance.dump
    lines += targets.map {
      let months = [$0.from, $0.to].map { $0.map { Period.month($0).text } ?? "-" }
      return "target \($0.metric) \($0.scope) \($0.kind) \($0.value.text) \(months[0])...\(months[1]) \"\($0.source)\""
    }
    lines += statedTotals.map {
      "total @\($0.line) \"\($0.title)\" \($0.stated.text(places: 1)) \($0.summed.text(places: 1))"
    }
    lines += documents.sorted { $0.key < $1.key }.map { "document @\($0.key) \($0.value)" }
    lines += problemTexts
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FinanceRecords {
  fileprivate var dump: [String] {
    var lines: [String] = []
    for row in positions {
      let amounts = [
        row.controlTotal, row.planToDate, row.actualToDate, row.forecast, row.stfPlan, row.stfActual,
      ]
      let texts = amounts.map { $0?.bracketed ?? "-" }.joined(separator: " ")
      lines.append("position \(row.organisation) \(Period.month(row.month).text) [\(row.basis.rawValue)] \(texts)")
    }
    lines += bridgeSteps.map {
      "step \($0.organisation) \($0.period.text) \($0.order) \($0.kind) \"\($0.title)\" \($0.amount.bracketed)"
    }
    for row in schemes {
      let amounts = [row.plan, row.delivered, row.forecast].map { $0?.bracketed ?? "-" }.joined(separator: " ")
      let recurrent = row.isRecurrent.map { $0 ? "recurrent" : "once" } ?? "-"
      lines.append("scheme \(row.organisation) \(row.period.text) \"\(row.title)\" \(recurrent) \(amounts)")
    }
    lines += planLines.map {
      "plan \($0.organisation) \($0.year.text) \($0.scenario) \"\($0.line)\" \($0.amount.bracketed) \"\($0.document)\""
    }
    return lines
  }
}
