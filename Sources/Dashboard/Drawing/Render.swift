import Metrics
import Screen

/// The picture of a state: a header, a page, a status line and the keys of the page.
public func render(_ state: State) -> Frame {
  var last = FrameCache()
  return render(state, after: &last)
}

/// The same, copying unchanged parts of the previous picture.
public func render(_ state: State, after last: inout FrameCache) -> Frame {
  var frame = Frame(size: state.size)
  if state.isOnWall {
    KioskPage(state).draw(on: &frame)
    return frame
  }
  let areas = state.areas
  let chrome = Chrome(areas)
  last.header.draw(state, chrome, on: &frame)
  let page = state.content
  var place = areas.page
  if areas.header.isEmpty, let asOf = state.asOf { place = AsOfMark(moment: asOf).draw(on: &frame, in: place) }
  if page.isTooLarge(for: areas.page) {
    // The message must not cover the row under the cursor while there is another row to cover.
    let said = areas.status.isEmpty && areas.keys.isEmpty ? StatusMessage(state).rows(on: state.size) : 0
    CompactPage(page).draw(on: &frame, in: place.inset(bottom: min(said, max(0, place.rows - 1))))
  } else {
    page.draw(on: &frame, in: place, after: &last.panels)
  }
  if page.word != HelpPage.word { chrome.drawLegend(on: &frame) }
  if case .form(let form)? = state.prompt { FormBox(form: form).draw(on: &frame, in: areas.page) }
  chrome.drawKeys(state, on: &frame)
  chrome.drawStatus(state, on: &frame)
  return frame
}
