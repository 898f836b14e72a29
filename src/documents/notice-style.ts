/** Print style of the information notice: one A4 upright in two columns, black on white; one column where letters are larger or the screen narrow. */
export const noticeStyle = `
@page { size: A4 portrait; margin: 9mm 13mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; }
body { margin: 0; font: 11pt/1.26 Arial, Verdana, Tahoma, sans-serif; }
p, h1, h2, ul { margin: 0; }
.page { max-width: 184mm; margin: 0 auto; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; line-height: 1.15; }
.who { margin-top: 1mm; font-size: 0.95em; }
.intro { margin-top: 2.5mm; padding: 1.5mm 3mm; border: 0.4mm solid #000; }
.parts { columns: 2; column-gap: 8mm; }
section { padding-top: 2.4mm; break-inside: avoid; }
h2 { font-size: 1.14em; line-height: 1.2; }
ul { padding-left: 4.5mm; }
li, section > p { margin-top: 0.8mm; }
.blank { padding-bottom: 0.5mm; border-bottom: 0.2mm dotted #000; }
section .blank { margin-top: 4mm; }
footer { display: flex; align-items: flex-start; justify-content: space-between; gap: 8mm; margin-top: 4mm; padding-top: 2mm; border-top: 0.4mm solid #000; break-inside: avoid; }
.given { flex: 1; max-width: 110mm; }
.given .blank { margin-top: 2mm; }
.large { font-size: 17pt; line-height: 1.4; }
.large .parts { columns: 1; }
.large footer { flex-wrap: wrap; }
@media screen { body { padding: 4mm; } }
@media screen and (max-width: 560px) { .parts { columns: 1; } footer { flex-wrap: wrap; } .given { max-width: none; flex-basis: 100%; } }
`;
