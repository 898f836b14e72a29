/** Print style of an attendance sheet: A4 upright, one page for each day at least, lines that a pen can sign. */
export const attendanceSheetStyle = `
@page { size: A4 portrait; margin: 10mm 12mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 10.5pt/1.25 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, ul { margin: 0; }
.page { max-width: 186mm; margin: 0 auto; overflow-wrap: anywhere; }
.page + .page { break-before: page; margin-top: 10mm; }
h1 { font-size: 16pt; line-height: 1.15; }
h2 { margin-top: 1mm; font-size: 12.5pt; line-height: 1.2; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5mm 6mm; margin-top: 1.5mm; padding: 1.5mm 2mm; border: 0.3mm solid #000; list-style: none; }
table { width: 100%; margin-top: 3mm; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1mm 1.5mm; text-align: left; vertical-align: middle; border: 0.2mm solid #000; }
tbody th { height: 11mm; font-weight: 400; }
.closing { display: flex; align-items: flex-end; justify-content: space-between; gap: 6mm; margin-top: 4mm; break-inside: avoid; }
.leader { flex: 1; max-width: 80mm; height: 16mm; padding: 1mm 1.5mm; border: 0.2mm solid #000; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) { .closing { flex-wrap: wrap; } .leader { flex-basis: 100%; } }
`;
