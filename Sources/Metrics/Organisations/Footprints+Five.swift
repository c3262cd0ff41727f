extension Footprints {
  /// The five systems whose plans of 2016 to 2018 were the start of this project, with the later history of their
  /// organisations.
  ///
  /// Organisations have their latest name. Unconfirmed, because no available published file states them: that the
  /// footprints begin in January 2016 (their documents do), every date of a merger of commissioners, and those of RC1,
  /// RBA and RA4. A commissioner that continues as a sub-location of an integrated care board keeps its code.
  static let five = """
    system QU9-BUCKS | 2016-01 | Bucks | Buckinghamshire
    provider RXQ Buckinghamshire Healthcare ~T
    visitor RNU Oxford Health ~F
    visitor RYE South Central Ambulance Service ~F
    commissioner 10H NHS Chiltern CCG > 14Y 2018-03
    commissioner 10Y NHS Aylesbury Vale CCG > 14Y 2018-03
    commissioner 14Y NHS Buckinghamshire CCG < 2018-04
    council 612 Buckinghamshire County Council
    system QU9 | 2016-01 | BOB | Buckinghamshire, Oxfordshire and Berkshire West | ended 2026-03 S0E4D
    provider RXQ Buckinghamshire Healthcare ~T
    provider RNU Oxford Health ~F
    provider RTH Oxford University Hospitals ~F
    provider RHW Royal Berkshire ~F
    provider RWX Berkshire Healthcare ~F
    visitor RYE South Central Ambulance Service ~F
    commissioner 10H NHS Chiltern CCG > 14Y 2018-03
    commissioner 10Y NHS Aylesbury Vale CCG > 14Y 2018-03
    commissioner 14Y NHS Buckinghamshire CCG < 2018-04
    commissioner 10Q NHS Oxfordshire CCG
    commissioner 10M NHS Newbury and District CCG > 15A 2018-03
    commissioner 10N NHS North and West Reading CCG > 15A 2018-03
    commissioner 10W NHS South Reading CCG > 15A 2018-03
    commissioner 11D NHS Wokingham CCG > 15A 2018-03
    commissioner 15A NHS Berkshire West CCG < 2018-04
    council 612 Buckinghamshire County Council
    council 608 Oxfordshire County Council
    council 616 Reading Borough Council
    council 615 West Berkshire Council
    council 619 Wokingham Borough Council
    system QGH | 2016-01 | H&W | Herefordshire and Worcestershire
    provider RLQ Wye Valley ~T
    provider RWP Worcestershire Acute Hospitals ~T
    provider R1A Herefordshire and Worcestershire Health and Care ~T
    visitor RTQ Gloucestershire Health and Care ~F
    visitor RYA West Midlands Ambulance Service University ~F
    commissioner 05F NHS Herefordshire CCG > 18C 2020-03
    commissioner 05J NHS Redditch and Bromsgrove CCG > 18C 2020-03
    commissioner 05T NHS South Worcestershire CCG > 18C 2020-03
    commissioner 06D NHS Wyre Forest CCG > 18C 2020-03
    commissioner 18C NHS Herefordshire and Worcestershire CCG < 2020-04
    council 415 Herefordshire Council
    council 416 Worcestershire County Council
    system QHG | 2016-01 | BLMK | Bedfordshire, Luton and Milton Keynes | ended 2026-03 S1Y5D
    provider RC9 Bedfordshire Hospitals ~F
    provider RC1 Bedford Hospital ~T > RC9 2020-03
    provider RD8 Milton Keynes University Hospital ~F
    provider Y02428 Putnoe Medical Centre Walk-in Centre
    visitor RWK East London ~F
    visitor RV3 Central and North West London ~F
    visitor RYV Cambridgeshire Community Services ~T
    visitor RWN South Essex Partnership University ~F > R1L 2017-03
    visitor R1L Essex Partnership University ~F < 2017-04
    visitor RYC East of England Ambulance Service ~T
    visitor RYE South Central Ambulance Service ~F
    commissioner 06F NHS Bedfordshire CCG > M1J4Y 2021-03
    commissioner 06P NHS Luton CCG > M1J4Y 2021-03
    commissioner 04F NHS Milton Keynes CCG > M1J4Y 2021-03
    commissioner M1J4Y NHS Bedfordshire, Luton and Milton Keynes CCG < 2021-04
    council 00KB Bedford Borough Council
    council 00KC Central Bedfordshire Council
    council 611 Luton Borough Council
    council 613 Milton Keynes Council
    system QSL | 2016-01 | | Somerset
    provider RH5 Somerset ~F
    provider RBA Taunton and Somerset ~F > RH5 2020-03
    provider RA4 Yeovil District Hospital ~F > RH5 2023-03
    visitor RYF South Western Ambulance Service ~F
    commissioner 11X NHS Somerset CCG
    council 905 Somerset County Council
    """
}
