/** The written cases on which référents calibrate their scoring, one file each: read whole, or refused with each file and its reason. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { vignette, type Vignette } from "../domain/calibration/vignette.ts";
import { DOMAIN_IDS, type Framework } from "../domain/framework/schema.ts";
import { readConfigFile, type FileRead } from "./files.ts";

/** What a vignette may name. */
export interface KnownToVignettes {
  readonly framework: Framework;
  readonly communes: readonly { readonly insee: string }[];
}

/** Every `.json` of the folder, in the order of their ids. An id is the name of its file. */
export function readVignettes(folder: string, known: KnownToVignettes): FileRead<Vignette[]> {
  const names = namesIn(folder);
  if (names === null) return { ok: false, problems: [`le dossier ne peut pas être lu (${folder})`] };
  if (names.length === 0) return { ok: false, problems: [`aucune vignette dans ce dossier (${folder})`] };
  const read = names.map((name) => readOne(folder, name, known));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

const ENDING = ".json";

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .sort();
  } catch {
    return null;
  }
}

function readOne(folder: string, name: string, known: KnownToVignettes): FileRead<Vignette> {
  const read = readConfigFile(join(folder, name), vignette);
  if (!read.ok) return read;
  const faults = [
    ...(`${read.value.id}${ENDING}` === name ? [] : [`id : « ${read.value.id} » n'est pas le nom du fichier`]),
    ...unknownNames(read.value, known),
    ...incoherences(read.value, known.framework),
  ];
  return faults.length === 0 ? read : { ok: false, problems: faults.map((fault) => `${name} : ${fault}`) };
}

function unknownNames({ commune, urgent, levels }: Vignette, { framework, communes }: KnownToVignettes): string[] {
  const points = new Set(framework.urgentPoints.map(({ id }) => id));
  return [
    ...(communes.some(({ insee }) => insee === commune)
      ? []
      : [`commune : « ${commune} » n'est pas une commune du PLIE`]),
    ...urgent.filter((id) => !points.has(id)).map((id) => `urgent : « ${id} » n'est pas un point urgent du référentiel`),
    ...framework.domains.flatMap(({ id: domain, situations }) =>
      (levels[domain]?.situations ?? [])
        .filter((id) => !situations.some((known) => known.id === id))
        .map((id) => `levels.${domain}.situations : « ${id} » n'est pas une situation de ce domaine`),
    ),
  ];
}

/** The rules that a recorded finding keeps, and that the sentence it rests on is in the text. */
function incoherences({ text, levels }: Vignette, { thresholds }: Framework): string[] {
  const whole = text.join("\n");
  const given = DOMAIN_IDS.flatMap((domain) => {
    const level = levels[domain];
    return level === undefined ? [] : [{ domain, ...level }];
  });
  const faults = given.flatMap(({ domain, state, severity, impact, because }) => [
    ...(fits(state, severity) ? [] : [`levels.${domain} : le niveau et l'état ne vont pas ensemble`]),
    ...((state === "assessed") === (impact !== null)
      ? []
      : [`levels.${domain}.impact : un poids va avec un niveau à partir de 1, et seulement là`]),
    ...(whole.includes(because) ? [] : [`levels.${domain}.because : cette phrase n'est pas dans le texte`]),
  ]);
  const priorities = given.filter(({ priority }) => priority).length;
  return priorities > thresholds.prioritiesAtMost
    ? [...faults, `levels : ${priorities} priorités, ${thresholds.prioritiesAtMost} au plus`]
    : faults;
}

type Given = NonNullable<Vignette["levels"][(typeof DOMAIN_IDS)[number]]>;

function fits(state: Given["state"], severity: Given["severity"]): boolean {
  if (state === "nothing") return severity === 0;
  return state === "assessed" ? severity !== null && severity >= 1 : severity === null;
}
