import Actions
import Metrics
import Screen

/// What the user or the outside wants to happen.
public enum Action: Equatable, Sendable {
  case up, down, left, right
  case pageUp, pageDown, first, last
  case open, back
  case nextPane, previousPane
  case pane(Int)
  case startFilter, startCommand
  case sort, reverse
  case earlier, later
  case nextGrain, nextTarget, nextPerspective, nextBreakdown, nextException
  case source
  case nextTheme
  case copy, write
  /// Stop reading files, or continue.
  case stopOrResumeReading
  /// Open a page on top of any other, or leave it where it is open.
  case page(Page)
  case summary, help
  case quit
  /// Typing at a prompt.
  case type(Character), paste(String), erase, eraseNext, eraseWord, eraseAll, complete, recall, recallNext, submit,
    cancel
  case caret(by: Int), caretToStart, caretToEnd
  /// The wall: start or leave it, pause or continue, move to another entry, open the one shown.
  case kiosk, kioskPause, kioskMove(Int), kioskOpen
  /// The wall was requested on the command line, with or without a playlist, with a duration for each view in seconds.
  case beginKiosk(Playlist?, every: Int = Playlist.usualSeconds)
  /// Something else has written on the screen: draw everything again.
  case redraw
  /// The alert shown has been seen.
  case acknowledge
  /// Show the doubted version of a file.
  case accept
  /// Agree an action about the figure under the cursor, or change the action under it; write a note about its period.
  case act, note
  /// Actions and notes have been read; a draft could not be written, for this reason.
  case actions(ActionBook), refused(ActionDraft, String)
  /// The pointer.
  case press(Position), doublePress(Position), wheelUp(Position), wheelDown(Position)
  /// A key without a meaning here, by its name; empty for an unknown key.
  case nothing(String)
  /// The screen has another size.
  case resize(Size)
  /// The clock has moved, and this many seconds have passed on a monotonic clock; by default, as many as the clock
  /// moved.
  case tick(Moment, passed: Int? = nil)
  /// A new board has replaced the old one.
  case show(Board)
  /// A new board, prepared for the current page, has replaced the old one.
  case showPrepared(PreparedBoard)
  /// A view that one key leads to has been worked out, of the board that is shown.
  case atHand(ViewAhead)
  /// These figures have changed since a moment: that of the last look, or the one that was asked for.
  case changedSince(Moment, Set<Series.Key>)
  /// The rows of a file arrived.
  case rows(SourceListing)
  /// The progress of reading files; `nil` where everything has been read.
  case reading(LoadingStatus?)
  /// The available themes, and the problems with them and with whatever else the board itself needs.
  case settings(themes: [String], problems: [Problem])
  /// A message from outside.
  case say(String)
  /// A message from outside that must not hide an alert: it is shown after the banner, where there is one.
  case remark(String)
}

/// Something that must be done outside the state.
public enum Effect: Hashable, Sendable {
  /// End the program.
  case quit
  /// Read the rows of a figure again; `Action.rows` follows. The contribution is its number on the board.
  case readRows(Series.Key, Period, [FiledReturn])
  /// Put a text on the clipboard.
  case copy(String)
  /// Write the frame shown to a file of this name.
  case write(String)
  /// Draw with another theme.
  case theme(String)
  /// Read the extracts for another system; `Action.show` follows.
  case system(OrganisationCode)
  /// Show the board as it was known at a moment, or as it is known now; answered with `Action.show`.
  case asOf(Moment?)
  /// Stop reading after the files that are being read now; `Action.show` follows.
  case stopReading
  /// Read the files that were left out when reading was stopped; `Action.show` follows.
  case resumeReading
  /// Show the doubted version of the file with this name, and remember that it was accepted; `Action.show` follows.
  case accept(String)
  /// Write an action, a note or a change; `Action.actions` and a message follow, or `Action.refused`.
  case act(ActionDraft)
  /// Draw the whole screen again.
  case redraw
  /// Sound the terminal's bell.
  case bell
  /// Start the alert command for an alert.
  case notify(Alert)
}
