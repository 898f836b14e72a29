/** Print style of the letter: A4 upright, black on white, letters that are read without effort. */
export const decisionLetterStyle = `
@page { size: A4 portrait; margin: 12mm 20mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 10.5pt/1.35 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, ul { margin: 0; }
.page { max-width: 170mm; margin: 0 auto; }
.dense { font-size: 9.5pt; line-height: 1.28; }
.dense .method { font-size: 9pt; }
.from { font-weight: 700; }
.to { margin: 6mm 0 0 90mm; white-space: pre-line; }
.on { margin: 5mm 0 0 90mm; }
h1 { margin-top: 6mm; font-size: 11.5pt; }
.reference { font-size: 9pt; }
h2 { margin-top: 3mm; font-size: 1em; break-after: avoid; }
.hello { margin-top: 4mm; }
p + p { margin-top: 1.2mm; }
.reasons { white-space: pre-line; overflow-wrap: anywhere; }
.decision, .sentences { margin-top: 1.5mm; padding: 2mm 3mm; border: 0.4mm solid #000; break-inside: avoid; }
.decision p:first-child { font-weight: 700; }
ul { padding-left: 5mm; }
.method { font-size: 9.5pt; line-height: 1.3; }
footer { display: flex; align-items: flex-end; justify-content: space-between; gap: 6mm; margin-top: 3mm; break-inside: avoid; }
.signed { flex: none; width: 72mm; min-height: 32mm; align-self: flex-start; }
.dense .signed { min-height: 25mm; }
.dense .to { margin-top: 2mm; }
.dense h1 { margin-top: 4mm; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) { .to, .on { margin-left: 0; } footer { flex-wrap: wrap; } .signed { width: auto; } }
`;
