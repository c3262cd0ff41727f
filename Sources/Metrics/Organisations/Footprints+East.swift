extension Footprints {
  /// The east of England and London: its integrated care boards, except the five systems.
  ///
  /// Integrated care boards since July 2022, with the providers that NHS England's A&E statistics of 2025 count in
  /// each; mental health and ambulance services without an A&E return are not included.
  static let east = """
    system QUE | 2022-07 |  | Cambridgeshire and Peterborough | ended 2026-03 S1Y5D
    provider RGT Cambridge University Hospitals ~F
    provider RGN North West Anglia ~F
    system QM7 | 2022-07 |  | Hertfordshire and West Essex | ended 2026-03 S1Y5D D7T5G
    provider RWH East and North Hertfordshire ~T
    provider RY4 Hertfordshire Community ~T
    provider DT301 Herts Urgent Care (Ascots Lane)
    provider RQW The Princess Alexandra Hospital ~T
    provider RWG West Hertfordshire Teaching Hospitals ~T
    system QH8 | 2022-07 |  | Mid and South Essex | ended 2026-03 D7T5G
    provider RAJ Mid and South Essex ~F
    system QMM | 2022-07 |  | Norfolk and Waveney | ended 2026-03 T6Y0W
    provider RGP James Paget University Hospitals ~F
    provider RM1 Norfolk and Norwich University Hospitals ~F
    provider RCX The Queen Elizabeth Hospital, King's Lynn ~F
    system QMJ | 2022-07 |  | North Central London | ended 2026-03 Z9B2Z
    provider RP6 Moorfields Eye Hospital ~F
    provider RAL Royal Free London ~F
    provider RAN Royal National Orthopaedic Hospital ~T
    provider RRV University College London Hospitals ~F
    provider RKE Whittington Health ~T
    system QMF | 2022-07 |  | North East London
    provider G0Q0L Barking Hospital UTC
    provider RF4 Barking, Havering and Redbridge University Hospitals ~T
    provider R1H Barts Health ~T
    provider K6K0R Harold Wood Polyclinic UTC
    provider RQX Homerton Healthcare ~F
    provider RAT North East London ~F
    system QRV | 2022-07 |  | North West London | ended 2026-03 Z9B2Z
    provider RYX Central London Community Healthcare ~T
    provider RQM Chelsea and Westminster Hospital ~F
    provider RYJ Imperial College Healthcare ~T
    provider R1K London North West University Healthcare ~T
    provider RAS The Hillingdon Hospitals ~F
    provider Y03218 The Pinn Unregistered WIC
    system QKK | 2022-07 |  | South East London
    provider AD913 Beckenham Beacon UCC
    provider RJ1 Guy's and St Thomas' ~F
    provider RJZ King's College Hospital ~F
    provider RJ2 Lewisham and Greenwich ~T
    system QWE | 2022-07 |  | South West London
    provider RJ6 Croydon Health Services ~T
    provider RVR Epsom and St Helier University Hospitals ~T
    provider RY9 Hounslow and Richmond Community Healthcare ~T
    provider RAX Kingston and Richmond ~F
    provider RJ7 St George's University Hospitals ~F
    system QJG | 2022-07 |  | Suffolk and North East Essex | ended 2026-03 T6Y0W D7T5G
    provider RDE East Suffolk and North Essex ~F
    provider RGR West Suffolk ~F
    """
}
