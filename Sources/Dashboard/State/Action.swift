import Actions
import Metrics
import Screen

/// What the user or the outside intends.
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
  /// Stop the reading, or go on with it.
  case stopOrResumeReading
  /// Go to a page that opens on top of any other, or leave it where it is open.
  case page(Page)
  case summary, help
  case quit
  /// Typing at a prompt.
  case type(Character), paste(String), erase, eraseNext, eraseWord, eraseAll, complete, recall, recallNext, submit,
    cancel
  case caret(by: Int), caretToStart, caretToEnd
  /// The wall: begin or leave the rotation, pause it or let it go on, turn to another entry, open the one shown.
  case kiosk, kioskPause, kioskMove(Int), kioskOpen
  /// The wall was asked for on the command line, with a playlist or without, each view for so many seconds.
  case beginKiosk(Playlist?, every: Int = Playlist.usualSeconds)
  /// Something else wrote on the screen: draw all of it again.
  case redraw
  /// The alert shown has been seen.
  case acknowledge
  /// The version of a file that is doubted shall be shown.
  case accept
  /// Agree an action about the figure under the cursor, or change the one under it; note something about its period.
  case act, note
  /// What was agreed has been read; what was typed could not be written, and why.
  case actions(ActionBook), refused(ActionDraft, String)
  /// The pointer.
  case press(Position), doublePress(Position), wheelUp(Position), wheelDown(Position)
  /// A key with no meaning here, by its name; empty where nobody knows its name.
  case nothing(String)
  /// The screen has another size.
  case resize(Size)
  /// The clock moved, and so many seconds have passed on one that nobody corrects; unless said, as many as it moved on.
  case tick(Moment, passed: Int? = nil)
  /// A new board took the place of the old.
  case show(Board)
  /// A new board, worked out for the page shown, took the place of the old.
  case showPrepared(PreparedBoard)
  /// The rows of a file arrived.
  case rows(SourceListing)
  /// So far the reading of files has come; `nil` where everything has been read.
  case reading(LoadingStatus?)
  /// The themes there are now, and what is wrong with them and whatever else the board itself needs.
  case settings(themes: [String], problems: [Problem])
  /// Something outside has a word to say.
  case say(String)
  /// Something outside has a word to say that must hide no alert: it stands behind the banner, where there is one.
  case remark(String)
}

/// What only the outside can do.
public enum Effect: Hashable, Sendable {
  /// End the program.
  case quit
  /// Read the rows of a figure again; answered with `Action.rows`. The contribution is its number on the board.
  case readRows(Series.Key, Period, contribution: Int)
  /// Put a text on the clipboard.
  case copy(String)
  /// Write the frame shown to a file of this name.
  case write(String)
  /// Draw with another theme.
  case theme(String)
  /// Read the extracts for another system; answered with `Action.show`.
  case system(OrganisationCode)
  /// Read no further file than those that are being read; answered with `Action.show`.
  case stopReading
  /// Read the files that the reading was stopped before; answered with `Action.show`.
  case resumeReading
  /// Show the version of the file of this name that is doubted, and remember that; answered with `Action.show`.
  case accept(String)
  /// Write an action, a note or a change; answered with `Action.actions` and a word, or with `Action.refused`.
  case act(ActionDraft)
  /// Draw the whole screen again.
  case redraw
  /// Make the terminal's bell heard.
  case bell
  /// Tell whoever was named of an alert.
  case notify(Alert)
}
