extension Footprints {
  /// The south of England: its integrated care boards, except the five systems.
  ///
  /// Integrated care boards since July 2022, with the providers that NHS England's A&E statistics of 2025 count in
  /// each; mental health and ambulance services without an A&E return are not included.
  static let south = """
    system QOX | 2022-07 | BSW | Bath and North East Somerset, Swindon and Wiltshire
    provider NQT1I Chippenham Community Hospital
    provider RN3 Great Western Hospitals ~F
    provider NQT5H Paulton Memorial Hospital
    provider RD1 Royal United Hospitals Bath ~F
    provider RNZ Salisbury ~F
    provider G3P9C Trowbridge Minor Injuries Unit
    system QUY | 2022-07 | BNSSG | Bristol, North Somerset and South Gloucestershire
    provider RVJ North Bristol ~T
    provider NLX Sirona Care & Health
    provider RA7 University Hospitals Bristol and Weston ~F
    system QT6 | 2022-07 |  | Cornwall and the Isles of Scilly
    provider RJ8 Cornwall Partnership ~F
    provider REF Royal Cornwall Hospitals ~T
    system QJK | 2022-07 |  | Devon
    provider DD401 Exmouth Minor Injury Unit
    provider L83087 Okehampton Medical Centre
    provider RH8 Royal Devon University Healthcare ~F
    visitor RYF South Western Ambulance Service ~F
    provider RA9 Torbay and South Devon ~F
    provider RK9 University Hospitals Plymouth ~T
    system QVV | 2022-07 |  | Dorset
    provider RBD Dorset County Hospital ~F
    provider RDY Dorset Healthcare University ~F
    provider R0D University Hospitals Dorset ~F
    system QNQ | 2022-07 |  | Frimley | ended 2026-03 S0E4D S9B9J QRL
    provider Y04538 Bracknell Urgent Care Centre WIC
    provider RDU Frimley Health ~F
    system QR1 | 2022-07 |  | Gloucestershire
    provider RTQ Gloucestershire Health and Care ~F
    provider RTE Gloucestershire Hospitals ~F
    provider AAH Tetbury Hospital Trust Ltd
    system QRL | 2022-07 |  | Hampshire and Isle of Wight | changed 2026-04
    provider RN5 Hampshire Hospitals ~F
    provider R1F Isle of Wight ~T
    provider AQN04 PHL Lymington UTC
    provider RHU Portsmouth Hospitals University ~T
    provider NTP11 Practice Plus Group Hospital - Southampton
    provider NTPAD Practice Plus Group Surgical Centre - St Marys Portsmouth
    provider RW1 Southern Health ~F
    provider RHM University Hospital Southampton ~F
    system QKS | 2022-07 |  | Kent and Medway
    provider RN7 Dartford and Gravesham ~T
    provider RVV East Kent Hospitals University ~F
    provider AQM01 Faversham Medical Practice MIU
    provider DJV01 Herne Bay Health Care Ltd
    provider RYY Kent Community Health ~F
    provider RWF Maidstone and Tunbridge Wells ~T
    provider RPA Medway ~F
    provider ACH01 Whitstable Medical Practice
    system QXU | 2022-07 |  | Surrey Heartlands | ended 2026-03 S9B9J
    provider NTV0B Ashford Walk-in Centre
    provider RTK Ashford and St Peter's Hospitals ~F
    provider NDA57 Haslemere Minor Injuries Unit
    provider RA2 Royal Surrey County Hospital ~F
    provider RTP Surrey and Sussex Healthcare ~T
    provider NTV0W Woking Walk-in Centre
    system QNX | 2022-07 |  | Sussex | ended 2026-03 S9B9J
    provider Y02676 Brighton Station Health Centre
    provider RXC East Sussex Healthcare ~T
    provider NDJ First Community Health and Care CIC
    provider NVE43 Hastings GP Led Health Centre
    provider RPC Queen Victoria Hospital ~F
    provider RDR Sussex Community ~F
    provider RYR University Hospitals Sussex ~F
    """
}
