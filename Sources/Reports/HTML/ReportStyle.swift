import Screen

/// How a report looks, on a screen of any width and on paper.
struct ReportStyle {
  private let inks: ReportInks

  init(_ inks: ReportInks) { self.inks = inks }

  /// The rules of style.
  var rules: String { [page, tables, meanings, drawings, narrow, print].joined(separator: "\n") }

  private var page: String {
    """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;font-family:Arial,Liberation Sans,Helvetica,sans-serif;font-size:1rem;line-height:1.5;\
    color:\(inks.text.text);background:\(inks.paper.text)}
    header,nav,main,footer{max-width:84rem;margin:0 auto;padding:0 1.5rem}
    header{border-top:.5rem solid \(inks.improving.text);padding-top:1.5rem}
    h1,h2,h3{line-height:1.2;margin:0;font-weight:700}
    h1{font-size:2rem}h2{font-size:1.5rem;padding-top:1rem;border-top:2px solid \(inks.text.text);margin:2.5rem 0 1rem}
    h3{font-size:1.1875rem;margin:2rem 0 .5rem}
    p{margin:0 0 .75rem;max-width:50rem}
    a{color:\(inks.improving.text)}
    a:focus-visible,.scroll:focus-visible,summary:focus-visible{outline:3px solid \(inks.improving.text);outline-offset:2px}
    .skip{position:absolute;left:-9999px}.skip:focus{left:1.5rem;top:.75rem;padding:.5rem 1rem;background:\(inks.paper.text)}
    .kind{margin:0 0 .25rem;color:\(inks.faint.text)}
    dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem 2rem;margin:1.25rem 0}
    dl.guide{grid-template-columns:repeat(auto-fit,minmax(20rem,1fr))}.guide dd{font-weight:400}
    dl div{border-left:4px solid \(inks.improving.text);padding-left:.75rem}
    dt{font-size:.875rem;color:\(inks.faint.text)}dd{margin:0;font-weight:700}
    .notice{border-left:4px solid \(inks.concerning.text);padding-left:.75rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:0;padding:0}
    nav h2{position:absolute;left:-9999px}
    footer{margin-top:3rem;padding-top:1rem;padding-bottom:2rem;font-size:.875rem;color:\(inks.faint.text)}
    """
  }

  private var tables: String {
    """
    .scroll{overflow-x:auto;margin:0 0 1.5rem}
    table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.35;font-variant-numeric:lining-nums tabular-nums}
    caption{text-align:left;font-weight:700;font-size:1rem;padding:0 0 .375rem}
    th,td{padding:.375rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid \(inks.rule.text)}
    thead th{background:\(inks.tint.text);border-bottom:2px solid \(inks.text.text);vertical-align:bottom}
    tbody th{font-weight:400}
    .number{text-align:right;white-space:nowrap}.words{white-space:nowrap}.free{min-width:11.5rem}.wide{overflow-wrap:anywhere;min-width:14rem}
    tbody th.words{white-space:normal;min-width:10rem}
    .hash{font-family:Liberation Mono,Courier New,monospace;font-size:.75rem;min-width:16rem}
    """
  }

  private var meanings: String {
    """
    .met,.improving{color:\(inks.improving.text);font-weight:700}
    .missed,.concerning{color:\(inks.concerning.text);font-weight:700}
    .late{color:\(inks.late.text);font-weight:700}.faint{color:\(inks.faint.text)}
    .lead{font-size:1.0625rem}
    """
  }

  private var drawings: String {
    """
    figure{margin:0 0 1rem}
    svg{display:block;width:100%;min-width:40rem;max-width:64rem;height:auto}
    svg text{font-size:13px;fill:\(inks.text.text);font-variant-numeric:tabular-nums}
    svg .axis{stroke:\(inks.rule.text);stroke-width:1}svg .base{stroke:\(inks.faint.text)}
    svg path{fill:none;stroke-width:1.75}
    svg .value{stroke:\(inks.common.text)}svg .mean{stroke:\(inks.text.text);stroke-width:1.25}
    svg .limit{stroke:\(inks.faint.text);stroke-width:1.25;stroke-dasharray:2 4}
    svg .target{stroke:\(inks.target.text);stroke-dasharray:8 4}svg .standard{stroke:\(inks.target.text);stroke-dasharray:2 3}
    svg .begin{stroke:\(inks.faint.text);stroke-width:1;stroke-dasharray:4 4}
    svg .common-point{fill:\(inks.common.text);stroke:none}
    svg .concern-point{fill:\(inks.concerning.text);stroke:none}
    svg .improvement-point{fill:\(inks.improving.text);stroke:none}
    svg .neutral-point{fill:\(inks.neutral.text);stroke:none}
    svg .gap{fill:\(inks.paper.text);stroke:\(inks.faint.text);stroke-width:1.25}
    svg text.target-name{fill:\(inks.target.text)}svg text.quiet{fill:\(inks.faint.text)}svg text.latest{font-weight:700}
    svg text.rule{font-size:11px;text-anchor:middle}svg text.end{text-anchor:end}svg text.middle{text-anchor:middle}
    figcaption{font-weight:700;margin:1rem 0 .25rem}figure .scroll{margin-bottom:.25rem}
    .legend{font-size:.875rem;color:\(inks.faint.text);max-width:60rem}
    summary{cursor:pointer;font-size:.875rem;padding:.25rem 0}details{margin:0 0 1rem}
    """
  }

  private var narrow: String {
    """
    @media (max-width:40rem){
    header,nav,main,footer{padding-left:1rem;padding-right:1rem}
    h1{font-size:1.5rem}h2{font-size:1.25rem}
    tbody th.words{min-width:8rem}tbody th{position:sticky;left:0;background:\(inks.paper.text)}
    }
    """
  }

  private var print: String {
    """
    @page{size:A4 landscape;margin:12mm 12mm 15mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt Arial}}
    @media print{
    body{font-size:9.5pt}header,nav,main,footer{max-width:none;padding:0}
    header{border-top-width:3mm;padding-top:4mm}dl{grid-template-columns:repeat(5,1fr);gap:3mm 6mm;margin:4mm 0}dt{font-size:8pt}
    .guide{grid-template-columns:repeat(3,1fr)}figcaption{font-size:9pt;margin:2mm 0 1mm;break-after:avoid}.legend{font-size:8.5pt}nav,.skip,details{display:none}
    h1{font-size:20pt}h2{font-size:14pt;margin:8mm 0 3mm;padding-top:2mm;break-after:avoid}
    h3{font-size:11.5pt;margin:5mm 0 1.5mm;break-after:avoid}
    .lead{font-size:9.5pt;break-after:avoid}p{break-inside:avoid}
    table{font-size:8pt}caption{font-size:9pt;break-after:avoid}th,td{padding:.8mm 1.6mm}
    .scroll{overflow:visible;margin-bottom:4mm}.wide,.free{min-width:0}tbody th.words{min-width:0}
    thead{display:table-header-group}tr,figure,svg,dl{break-inside:avoid}
    svg{min-width:0;max-width:190mm;max-height:62mm}.single{break-inside:avoid}figure{margin-bottom:3mm}figure .scroll{margin-bottom:1mm}
    .hash{font-size:6.5pt;min-width:47mm}a{text-decoration:none}
    thead th,dl div{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }
    """
  }
}
