/** Print style of an ESF+ questionnaire: A4 upright, black on white, boxes that a pen can tick, two places to sign. */
export const questionnaireStyle = `
@page { size: A4 portrait; margin: 11mm 14mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 10.5pt/1.3 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, h3, ul { margin: 0; }
.page { max-width: 182mm; margin: 0 auto; overflow-wrap: anywhere; }
header { display: flex; align-items: flex-start; justify-content: space-between; gap: 8mm; }
header > div:first-child { flex: 1; }
h1 { font-size: 16pt; line-height: 1.15; }
.who { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin-top: 2.5mm; }
.who .blank { flex: 1 1 80mm; }
.blank { padding-bottom: 0.5mm; border-bottom: 0.2mm dotted #000; }
.why { margin-top: 2.5mm; padding: 1.5mm 3mm; border: 0.3mm solid #000; }
.why p + p { margin-top: 0.8mm; }
.why h2, .rights h2 { margin-top: 0; border: 0; font-size: 10.5pt; }
h2 { margin-top: 3.5mm; font-size: 12pt; line-height: 1.2; border-bottom: 0.3mm solid #000; break-after: avoid; }
.about { margin-top: 0.8mm; break-after: avoid; }
.item { display: grid; grid-template-columns: 58mm 1fr; gap: 0 5mm; padding: 1.3mm 0; border-bottom: 0.15mm solid #777; break-inside: avoid; }
.item h3 { font-size: 10.5pt; line-height: 1.25; }
.hint { font-size: 10pt; }
.boxes { display: flex; flex-wrap: wrap; gap: 0.8mm 5mm; padding: 0; list-style: none; }
.boxes li { display: flex; gap: 1.6mm; align-items: baseline; }
.box { flex: none; display: inline-block; position: relative; width: 3.4mm; height: 3.4mm; border: 0.3mm solid #000; transform: translateY(0.5mm); }
.ticked::before, .ticked::after { content: ""; position: absolute; left: 50%; top: -0.5mm; height: 3.8mm; border-left: 0.55mm solid #000; }
.ticked::before { transform: rotate(45deg); }
.ticked::after { transform: rotate(-45deg); }
.declined { flex-basis: 100%; }
.ending { break-inside: avoid; }
.rights { margin-top: 3.5mm; }
.rights p { margin-top: 0.6mm; }
.signed { margin-top: 2mm; font-weight: 700; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; margin-top: 2mm; padding: 0; list-style: none; }
.signatures li { min-height: 22mm; padding: 1.2mm 2mm; border: 0.3mm solid #000; }
.foot { margin-top: 2mm; font-size: 10pt; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) { header { flex-wrap: wrap; } .item, .signatures { grid-template-columns: 1fr; } }
`;
