/// The shared texts of a workbook. The runs of a rich text form one text; its pronunciation is not part of it.
final class SharedTextsHandler: XMLHandler {
  private(set) var store: TextStore
  private var text: [UInt8] = []
  private var isInPronunciation = false

  init(limit: Int) { store = TextStore(limit: limit) }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("t") {
      if !isInPronunciation { listen(true) }
    } else if name.is("si") {
      text.removeAll(keepingCapacity: true)
    } else if name.is("rPh") {
      isInPronunciation = true
    }
  }

  override func end(_ name: XMLName) {
    if name.is("t") {
      listen(false)
    } else if name.is("si") {
      FieldText.decodeEscapes(&text)
      do throws(WorkbookFault) { try store.append(text) } catch { fault = error }
    } else if name.is("rPh") {
      isInPronunciation = false
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: bytes)
    if text.count > SheetPart.textLimit { fault = .damaged("a text in it is longer than any cell can hold") }
  }
}
