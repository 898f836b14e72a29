/** Print style of the minutes: A4 upright, black on white, boxes wide enough for a signature. */
export const minutesStyle = `
@page { size: A4 portrait; margin: 14mm 15mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 10pt/1.3 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, h3, ul, dl, dd { margin: 0; }
.page { max-width: 180mm; margin: 0 auto; }
h1 { font-size: 16pt; line-height: 1.15; }
.heading { margin-top: 1mm; font-size: 12pt; font-weight: 700; }
.facts { margin-top: 2mm; padding-left: 4.5mm; }
h2 { margin: 5mm 0 1.5mm; font-size: 12.5pt; border-bottom: 0.3mm solid #000; break-after: avoid; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 1mm 1.5mm; text-align: left; vertical-align: top; border: 0.2mm solid #555; }
tr { break-inside: avoid; }
.attendance th:nth-child(2) { width: 30mm; }
.attendance th:nth-child(3) { width: 65mm; }
.attendance tbody tr { height: 11mm; }
article { margin-top: 3.5mm; break-inside: avoid; }
h3 { font-size: 11pt; break-after: avoid; }
.about { color: #333; }
dl { margin-top: 1mm; }
dl > div { margin-top: 0.7mm; padding-left: 4mm; }
dt, dd { display: inline; overflow-wrap: anywhere; }
dt { font-weight: 700; }
dd { white-space: pre-line; }
footer { display: flex; align-items: center; justify-content: space-between; gap: 8mm; margin-top: 6mm; break-inside: avoid; }
footer > p { flex: 1; text-align: right; font-size: 9pt; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) {
  footer { flex-wrap: wrap; }
  footer > p { text-align: left; }
  th, td { overflow-wrap: anywhere; }
  .attendance th:nth-child(2), .attendance th:nth-child(3) { width: auto; }
}
`;
