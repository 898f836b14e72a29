/** Print style of the sheet given to the person: A4 upright, black on white, letters that are read without effort. */
export const personSheetStyle = `
@page { size: A4 portrait; margin: 12mm 16mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 11pt/1.35 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, ul { margin: 0; }
.page { max-width: 178mm; margin: 0 auto; overflow-wrap: anywhere; }
.dense { font-size: 10pt; line-height: 1.22; }
.dense section { margin-top: 2mm; }
.dense li, .dense section > p { margin-top: 0.4mm; }
h1 { font-size: 17pt; line-height: 1.15; }
.who { margin-top: 1mm; font-size: 10pt; }
.intro { margin-top: 2.5mm; padding: 1.5mm 3mm; border: 0.4mm solid #000; }
section { margin-top: 3.5mm; }
h2 { font-size: 12.5pt; line-height: 1.2; break-after: avoid; }
ul { padding-left: 5mm; }
li, section > p { margin-top: 0.8mm; }
li { break-inside: avoid; white-space: pre-line; }
.reasons { white-space: pre-line; }
footer { display: flex; align-items: flex-start; justify-content: space-between; gap: 8mm; margin-top: 4mm; padding-top: 2mm; border-top: 0.4mm solid #000; break-inside: avoid; }
.contact { flex: 1; margin-top: 0; max-width: 95mm; }
.blank { padding-bottom: 0.5mm; border-bottom: 0.2mm dotted #000; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) { footer { flex-wrap: wrap; } }
`;
