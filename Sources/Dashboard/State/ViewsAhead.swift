import Metrics

/// What the board shows under other view settings, worked out before a key asks for it.
public struct ViewAhead: Sendable, Equatable {
  let digest: Digest
  /// What the page depends on; `nil` where it had not been worked out.
  let pageDigest: PageDigest?

  /// Whether both come from the same calculation.
  public static func == (one: ViewAhead, other: ViewAhead) -> Bool {
    one.digest.edition == other.digest.edition && one.pageDigest?.page == other.pageDigest?.page
  }
}

/// The pages and views at hand: those that one key leads to, and those just left.
///
/// Over ten years of days a view takes longer to work out than a key may wait, and a manager who steps back a few days
/// takes the same way forward again.
struct ViewsAhead: Sendable {
  /// The most views that are kept: as many as a key leads to, and five to go back to.
  private static let most = 12
  /// The latest last.
  private var views: [ViewAhead] = []

  /// Keeps a view, and lets the oldest go where there are too many.
  mutating func keep(_ view: ViewAhead) {
    views.removeAll { $0.digest.isOfSameView(as: view.digest) && $0.pageDigest?.page == view.pageDigest?.page }
    views.append(view)
    if views.count > Self.most { views.removeFirst() }
  }

  /// What the board shows of an organisation under these view settings; `nil` where it is not at hand.
  func digest(of scope: OrganisationCode, _ viewSettings: ViewSettings, _ today: Day) -> Digest? {
    views.last { $0.digest.scope == scope && $0.digest.viewSettings == viewSettings && $0.digest.day == today }?.digest
  }

  /// What a page depends on under the view settings of a digest; `nil` where it is not at hand.
  func pageDigest(of page: Page, _ digest: Digest) -> PageDigest? {
    views.last {
      $0.digest.edition == digest.edition && $0.pageDigest?.page == page
        && $0.pageDigest?.viewSettings == digest.viewSettings
    }?.pageDigest
  }
}

extension Digest {
  fileprivate func isOfSameView(as other: Digest) -> Bool {
    scope == other.scope && viewSettings == other.viewSettings && day == other.day
  }
}
