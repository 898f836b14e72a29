/** Added to the style of the sheet given to the person: a long document, read chapter by chapter. */
export const personCopyStyle = `
nav ol { margin: 1mm 0 0; padding-left: 6mm; }
nav a { color: #000; }
h3 { margin: 2.5mm 0 0; font-size: 11pt; line-height: 1.25; break-after: avoid; }
.chapter { margin-top: 7mm; padding-top: 2mm; border-top: 0.2mm solid #000; }
.entry ul { margin-top: 0.5mm; }
@media screen { .page { max-width: 190mm; } }
`;
