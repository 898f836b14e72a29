/** *Accord du groupe*, in figures that can be read aloud. */
import { exactPercent, ITEMS_FOR_COEFFICIENTS, type Agreement } from "../../src/domain/calibration/agreement.ts";
import type { DomainId } from "../../src/domain/framework/schema.ts";
import type { AgreementByDomain, AgreementView } from "../../src/use-cases/see-agreement.ts";
import { agreementWords } from "../../src/wording/calibration.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

type Counted = readonly [one: string, many: string];

/** Of real files the two who score differ from one to the next: how many people is not said. */
const sentenceOf = (agreement: Agreement, [one, many]: Counted, saysPeople: boolean): string =>
  agreementWords.line(
    { ...agreement, percent: exactPercent(agreement.exact) },
    agreementWords.of(agreement.items, one, many, saysPeople ? agreement.raters : null),
    agreementWords.from(ITEMS_FOR_COEFFICIENTS, many),
  );

const linesOf = (byDomain: AgreementByDomain, reader: Reader, counted: Counted, saysPeople: boolean) =>
  reader.framework.domains.flatMap(({ id, label }: { id: DomainId; label: string }) => {
    const agreement = byDomain.get(id);
    return agreement === undefined ? [] : [{ label, text: sentenceOf(agreement, counted, saysPeople) }];
  });

const offeringOf = ({ offering }: AgreementView, reader: Reader) => {
  if (offering === null) return null;
  const percent = reader.framework.suggestion.doubleScoredPercent;
  return {
    title: agreementWords.offerTitle,
    text: offering.files.length === 0 ? agreementWords.nothingToOffer(percent) : agreementWords.offer(percent),
    files: offering.files.map(({ code, metOn }) => ({
      title: agreementWords.file(code, dayInWords(metOn)),
      value: code,
    })),
    seconds: offering.seconds.map(({ aadObjectId, name }) => ({ title: name, value: aadObjectId })),
  };
};

export const presentAgreement = (screen: ScreenOf<"agreement">, view: AgreementView, reader: Reader): Shown => {
  const { vignettes, files } = view;
  const offering = offeringOf(view, reader);
  const canOffer = offering !== null && offering.files.length > 0 && offering.seconds.length > 0;
  return {
    name: "agreement",
    model: {
      ...topOf(screen, reader),
      people: agreementWords.people(vignettes.people),
      lines: vignettes.people === 0 ? [] : linesOf(vignettes.byDomain, reader, agreementWords.vignettes, true),
      reading: [...agreementWords.reading],
      filesTitle: agreementWords.filesTitle,
      files: agreementWords.files(files.count, ITEMS_FOR_COEFFICIENTS),
      fileLines: files.byDomain === null ? [] : linesOf(files.byDomain, reader, agreementWords.situations, false),
      offering: canOffer || offering === null ? offering : { ...offering, files: [] },
      canOffer,
      problems: screen.check && canOffer ? { second: agreementWords.choose } : {},
    },
  };
};
