import ArgumentParser
import CToml
import Dashboard

@main
struct Sitrep: ParsableCommand {
  @Argument var paths: [String] = []
  func run() throws { print("sitrep", ctoml_placeholder()) }
}
