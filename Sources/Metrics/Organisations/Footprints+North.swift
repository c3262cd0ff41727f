extension Footprints {
  /// The north of England: its integrated care boards.
  ///
  /// Integrated care boards since July 2022, with the providers that NHS England's A&E statistics of 2025 count in
  /// each; mental health and ambulance services without an A&E return are not included.
  static let north = """
    system QYG | 2022-07 |  | Cheshire and Merseyside
    provider RBS Alder Hey Children's ~F
    provider RY2 Bridgewater Community Healthcare ~F
    provider RJR Countess of Chester Hospital ~F
    provider RJN East Cheshire ~T
    provider RBQ Liverpool Heart and Chest Hospital ~F
    provider REM Liverpool University Hospitals ~F
    provider REP Liverpool Women's ~F
    provider RW4 Mersey Care ~F
    provider RBN Mersey and West Lancashire Teaching Hospitals ~T
    provider RBT Mid Cheshire Hospitals ~F
    provider Y02532 Miriam Minor Emergency
    provider RET The Walton Centre ~F
    provider RWW Warrington and Halton Teaching Hospitals ~F
    provider RY7 Wirral Community Health and Care ~F
    provider RBL Wirral University Teaching Hospital ~F
    system QOP | 2022-07 |  | Greater Manchester
    provider RMC Bolton ~F
    provider R0A Manchester University ~F
    provider RM3 Northern Care Alliance ~F
    provider RWJ Stockport ~F
    provider RMP Tameside and Glossop Integrated Care ~F
    provider RBV The Christie ~F
    provider RRF Wrightington, Wigan and Leigh ~F
    system QOQ | 2022-07 |  | Humber and North Yorkshire
    provider NNF09 Bransholme Health Centre
    provider NNF16 Bridlington Hospital
    provider NNF94 East Riding Community Hospital
    provider NNFA7 Goole & District Hospital
    provider RCD Harrogate and District ~F
    provider RWA Hull University Teaching Hospitals ~T
    provider RV9 Humber Teaching ~F
    provider RJL Northern Lincolnshire and Goole ~F
    provider NNF76 The Wilberforce Health Centre
    provider RCB York and Scarborough Teaching Hospitals ~F
    system QE1 | 2022-07 |  | Lancashire and South Cumbria
    provider RXL Blackpool Teaching Hospitals ~F
    provider RXR East Lancashire Hospitals ~T
    provider RXN Lancashire Teaching Hospitals ~F
    provider NV693 Rossendale MIU & OOH
    provider NQT5F Skelmersdale Walk-in Centre
    provider RTX University Hospitals of Morecambe Bay ~F
    system QHM | 2022-07 |  | North East and North Cumbria
    provider RXP County Durham and Darlington ~F
    provider RR7 Gateshead Health ~F
    provider RNN North Cumbria Integrated Care ~F
    provider RVW North Tees and Hartlepool ~F
    provider RTF Northumbria Healthcare ~F
    provider RTR South Tees Hospitals ~F
    provider R0B South Tyneside and Sunderland ~F
    provider RTD The Newcastle upon Tyne Hospitals ~F
    provider AJN Workington Health Limited
    system QF7 | 2022-07 |  | South Yorkshire
    provider RFF Barnsley Hospital ~F
    provider RP5 Doncaster and Bassetlaw Teaching Hospitals ~F
    provider RCU Sheffield Children's ~F
    provider RHQ Sheffield Teaching Hospitals ~F
    provider RFR The Rotherham ~F
    system QWO | 2022-07 |  | West Yorkshire
    provider RCF Airedale ~F
    provider RAE Bradford Teaching Hospitals ~F
    provider RWY Calderdale and Huddersfield ~F
    provider RR8 Leeds Teaching Hospitals ~T
    provider ARN03 Local Care Direct
    provider RXF Mid Yorkshire Hospitals ~T
    provider RXG South West Yorkshire Partnership ~F
    """
}
