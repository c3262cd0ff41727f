extension Footprints {
  /// The Midlands: its integrated care boards, except the five systems.
  ///
  /// Integrated care boards since July 2022, with the providers that NHS England's A&E statistics of 2025 count in
  /// each; mental health and ambulance services without an A&E return are not included.
  static let midlands = """
    system QHL | 2022-07 |  | Birmingham and Solihull
    provider NL7 Assura Vertis Urgent Care Centres (Birmingham)
    provider 8J094 Badger Ltd
    provider RQ3 Birmingham Women's and Children's ~F
    provider Y03007 Erdington GP Health & Wellbeing WIC
    provider Y02615 South Birmingham GP Walk-in Centre
    provider RRK University Hospitals Birmingham ~F
    system QUA | 2022-07 |  | Black Country
    provider RXK Sandwell and West Birmingham Hospitals ~T
    provider NQTE4 Summerfield Urgent Care Centre
    provider RNA The Dudley Group ~F
    provider RL4 The Royal Wolverhampton ~T
    provider RBK Walsall Healthcare ~T
    system QWU | 2022-07 |  | Coventry and Warwickshire
    provider RYG Coventry and Warwickshire Partnership ~T
    provider RLT George Eliot Hospital ~T
    provider RJC South Warwickshire University ~F
    provider RKB University Hospitals Coventry and Warwickshire ~T
    system QJ2 | 2022-07 |  | Derby and Derbyshire
    provider RFS Chesterfield Royal Hospital ~F
    provider NNJ DHU Health Care CIC
    provider RY8 Derbyshire Community Health Services ~F
    provider RTG University Hospitals of Derby and Burton ~F
    system QK1 | 2022-07 | LLR | Leicester, Leicestershire and Rutland
    provider NNJ10 Enderby Leisure Centre
    provider NNJ0H LLR EA - the Merlyn Vaz Health & Social Care Centre
    provider C82038 Latham House Medical Practice
    provider NNJ07 Loughborough Urgent Care Centre
    provider NNJ11 Lutterworth Hospital
    provider NNJ12 Market Harborough
    provider C82009 Market Harborough Medical Centre
    provider NNJ13 Melton Mowbray
    provider NNJ14 Oadby
    provider NNJ15 Oakham
    provider RWE University Hospitals of Leicester ~T
    system QJM | 2022-07 |  | Lincolnshire
    provider RY5 Lincolnshire Community Health Services ~T
    provider C83023 Sleaford Medical Group
    provider RWD United Lincolnshire Teaching Hospitals ~T
    system QPM | 2022-07 |  | Northamptonshire
    provider Y03571 Corby Urgent Care Centre
    provider RNQ Kettering General Hospital ~F
    provider RNS Northampton General Hospital ~T
    system QT1 | 2022-07 |  | Nottingham and Nottinghamshire
    provider A5D4Q NEMS UTC
    provider NR3 Nottingham CityCare Partnership
    provider RX1 Nottingham University Hospitals ~T
    provider RK5 Sherwood Forest Hospitals ~F
    system QOC | 2022-07 | STW | Shropshire, Telford and Wrekin
    provider R1D Shropshire Community Health ~T
    provider RL1 The Robert Jones and Agnes Hunt Orthopaedic Hospital ~F
    provider RXW The Shrewsbury and Telford Hospital ~T
    system QNC | 2022-07 |  | Staffordshire and Stoke-on-Trent
    provider RJE University Hospitals of North Midlands ~T
    """
}
