/** Print style of the letter: A4 upright, black on white, letters that are read without effort. */
export const decisionLetterStyle = `
@page { size: A4 portrait; margin: 14mm 20mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 10.5pt/1.35 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, ul { margin: 0; }
.page { max-width: 170mm; margin: 0 auto; }
.from { font-weight: 700; }
.to { margin: 6mm 0 0 90mm; white-space: pre-line; }
.on { margin: 5mm 0 0 90mm; }
h1 { margin-top: 6mm; font-size: 11.5pt; }
.reference { font-size: 9pt; }
h2 { margin-top: 3.5mm; font-size: 10.5pt; break-after: avoid; }
.hello { margin-top: 4mm; }
p + p { margin-top: 1.2mm; }
.reasons { white-space: pre-line; overflow-wrap: anywhere; }
.decision { margin-top: 1.5mm; padding: 2mm 3mm; border: 0.4mm solid #000; font-weight: 700; break-inside: avoid; }
ul { padding-left: 5mm; }
.method { font-size: 9.5pt; line-height: 1.3; }
.signed { margin: 5mm 0 0 90mm; min-height: 22mm; break-inside: avoid; }
footer { margin-top: 3mm; break-inside: avoid; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) { .to, .on, .signed { margin-left: 0; } }
`;
