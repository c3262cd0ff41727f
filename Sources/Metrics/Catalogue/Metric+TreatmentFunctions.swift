extension Metric {
  /// The RTT treatment functions by code, with names short enough for a table. Source: the RTT full extract. Its names
  /// have changed over the years; its codes have not.
  static let treatmentFunctions = [
    "C_100": "General surgery", "C_101": "Urology", "C_110": "Trauma & orthopaedics", "C_120": "Ear, nose & throat",
    "C_130": "Ophthalmology", "C_140": "Oral surgery", "C_150": "Neurosurgery", "C_160": "Plastic surgery",
    "C_170": "Cardiothoracic surgery", "C_300": "General medicine", "C_301": "Gastroenterology", "C_320": "Cardiology",
    "C_330": "Dermatology", "C_340": "Respiratory medicine", "C_400": "Neurology", "C_410": "Rheumatology",
    "C_430": "Elderly medicine", "C_502": "Gynaecology", "X01": "Other", "X02": "Other medical",
    "X03": "Other mental health", "X04": "Other paediatric", "X05": "Other surgical", "X06": "Other",
  ]
}
