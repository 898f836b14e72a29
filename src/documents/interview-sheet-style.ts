/**
 * Print style of the Feuille d'entretien: A4 upright, black on white, boxes that a pen can tick, nothing under 8.5 pt.
 * Borders rather than grounds: a printer drops grounds.
 */
export const interviewSheetStyle = `
@page { size: A4 portrait; margin: 7mm 8mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 8.5pt/1.2 Arial, Verdana, Tahoma, sans-serif; }
p, h1 { margin: 0; }
.sheet { width: 194mm; margin: 0 auto; }
header { display: grid; grid-template-columns: auto 1fr; column-gap: 6mm; align-items: end; }
h1 { font-size: 15pt; line-height: 1.1; }
.blanks { display: flex; gap: 5mm; align-items: end; justify-content: end; }
.blank { flex: 0 1 52mm; border-bottom: 0.3mm solid #000; }
.purpose { grid-column: 1 / -1; margin-top: 1mm; }
.legend { margin: 1mm 0; padding: 0.8mm 1.5mm; border: 0.2mm solid #000; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.subject { width: 32mm; }
.helps { width: 33mm; }
tr { height: 14.9mm; break-inside: avoid; }
th, td { padding: 0.5mm 0.9mm; text-align: left; vertical-align: top; border: 0.2mm solid #555; }
.family { height: auto; break-after: avoid; }
.family th { padding: 0.2mm 0.9mm; border-top: 0.5mm solid #000; font-size: 9pt; }
.number { display: inline-block; min-width: 4mm; }
.note { font-weight: 400; }
.row { display: flex; justify-content: space-between; white-space: nowrap; line-height: 3.9mm; }
.facts { justify-content: flex-start; gap: 2.5mm; }
.facts .label { flex: 1; white-space: normal; }
.facts .hint { padding-bottom: 3.4mm; }
.tick, .group, .version { white-space: nowrap; }
.group .tick { margin-left: 0.5mm; }
.box { display: inline-block; width: 2.6mm; height: 2.6mm; margin-right: 0.4mm; border: 0.25mm solid #000; vertical-align: -0.3mm; }
footer { display: flex; align-items: center; justify-content: space-between; gap: 8mm; margin-top: 1.5mm; }
footer > p { flex: 1; text-align: right; }
@media screen { body { padding: 4mm; } .sheet { max-width: 100%; } }
@media screen and (max-width: 780px) {
  header, table, tbody, tr, th, td { display: block; width: auto; }
  .sheet { width: auto; }
  .row, footer, .blanks { flex-wrap: wrap; justify-content: flex-start; gap: 1mm 3mm; white-space: normal; }
  .blanks { display: flex; margin-top: 2mm; }
  .group { white-space: normal; }
  .facts .label { flex-basis: 100%; }
  footer > p { text-align: left; flex-basis: 60mm; }
  tr { height: auto; }
  td { min-height: 12mm; }
}
`;
