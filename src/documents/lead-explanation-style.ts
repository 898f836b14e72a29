/** Print style of *Pourquoi cette piste ?*: A4 upright, black on white, nothing under 8.5 pt, one column that reads from top to bottom. */
export const leadExplanationStyle = `
@page { size: A4 portrait; margin: 8mm 12mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 8.5pt/1.2 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, ul { margin: 0; }
.page { max-width: 186mm; margin: 0 auto; }
.roomy { font-size: 9.5pt; line-height: 1.22; }
.roomy table { font-size: 9pt; }
h1 { font-size: 14pt; line-height: 1.1; }
.who { margin-top: 0.5mm; }
.lead { margin: 1.5mm 0; padding: 1mm 2mm; border: 0.4mm solid #000; font-size: 10pt; font-weight: 700; }
section { margin-top: 1.3mm; }
h2 { font-size: 10pt; line-height: 1.2; break-after: avoid; }
section p + p { margin-top: 0.6mm; }
ul { padding-left: 4.5mm; }
table { width: 100%; margin: 0.6mm 0; border-collapse: collapse; line-height: 1.15; }
th, td { padding: 0.1mm 1mm; text-align: left; vertical-align: top; border: 0.2mm solid #555; }
thead th { border-bottom-width: 0.4mm; }
tbody th { font-weight: 400; width: 32%; }
tbody td:last-child { width: 32%; }
tr { break-inside: avoid; }
footer { display: flex; align-items: center; justify-content: space-between; gap: 8mm; margin-top: 2mm; break-inside: avoid; }
footer > p { flex: 1; text-align: right; font-size: 8.5pt; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) {
  footer { flex-wrap: wrap; }
  footer > p { text-align: left; }
  tbody th { width: auto; }
}
`;
