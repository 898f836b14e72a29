/** Print style of the sheets of an action: A4 upright, black on white, boxes that a pen can tick, lines that a pen can fill. */
export const actionSheetStyle = `
@page { size: A4 portrait; margin: 12mm 16mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 11pt/1.32 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, h3, ul { margin: 0; }
.page { max-width: 178mm; margin: 0 auto; overflow-wrap: anywhere; }
.dense { font-size: 10pt; line-height: 1.22; }
.dense section { margin-top: 2.2mm; }
h1 { font-size: 17pt; line-height: 1.15; }
.who { margin-top: 1mm; font-size: 10pt; }
section { margin-top: 3.5mm; }
h2 { font-size: 12.5pt; line-height: 1.2; break-after: avoid; }
h3 { font-size: 11pt; line-height: 1.2; }
ul { padding-left: 5mm; }
.boxes, .anchors { padding-left: 0; list-style: none; }
li, section > p { margin-top: 0.7mm; }
section > p { white-space: pre-line; }
li { break-inside: avoid; }
.box { display: inline-block; width: 3.2mm; height: 3.2mm; margin-right: 1.6mm; border: 0.3mm solid #000; vertical-align: -0.4mm; }
.criterion { margin-top: 2.6mm; break-inside: avoid; }
.criterion p { margin-top: 0.3mm; }
.anchors li { margin-top: 0.5mm; }
.blank { margin-top: 2.5mm; padding-bottom: 0.5mm; border-bottom: 0.2mm dotted #000; }
footer { margin-top: 5mm; padding-top: 2mm; border-top: 0.4mm solid #000; break-inside: avoid; }
@media screen { body { padding: 4mm; } }
`;
