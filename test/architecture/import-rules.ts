/** Reads the sources and says where they leave the table of the rooms. */
import { posix } from "node:path";
import ts from "typescript";
import {
  BUILD_SCRIPTS,
  CLOSED_LISTS,
  COMPOSITION,
  COMPOSITION_PACKAGES,
  ROOMS,
  roomOf,
  type RoomRule,
} from "./rooms.ts";

/** Text by path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly file: string;
  /** A path of ours, or a package. */
  readonly target: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
}

const packageOf = (name: string): string =>
  name.startsWith("node:") ? "node:" : name.split("/", name.startsWith("@") ? 2 : 1).join("/");

const typeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((one) => one.isTypeOnly)
  );
};

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
};

const parsed = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

const importsOf = (file: string, source: ts.SourceFile): readonly Import[] => {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, onlyTypes: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const ours = specifier.text.startsWith(".");
    const target = ours ? posix.join(posix.dirname(file), specifier.text) : packageOf(specifier.text);
    found.push({ file, target, ours, typeOnly: onlyTypes, line: lineOf(source, node) });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, typeOnly(node));
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false);
  });
  return found;
};

const mend = (rule: RoomRule): string =>
  `Move what is needed to a room that may be imported (${[...rule.may, ...(rule.types ?? []).map((room) => `types of ${room}`)].join(", ") || "none"}), or hand it in as a parameter.`;

const broken = ({ file, line, target }: Import, what: string, why: string, how: string): string =>
  `${file}:${line} imports ${target}: ${what}.\n    Why: ${why}.\n    How to mend: ${how}`;

const packageFault = (one: Import, rule: RoomRule, room: string): string | undefined => {
  if (one.target === "botbuilder" && room !== "bot")
    return broken(
      one,
      "only bot/ knows botbuilder",
      "it will be replaced one day, and only bot/ should notice",
      "use the messenger's port.",
    );
  if (BUILD_SCRIPTS.has(one.file) || rule.packages.includes(one.target)) return undefined;
  if (COMPOSITION.has(one.file) && COMPOSITION_PACKAGES.includes(one.target)) return undefined;
  return broken(
    one,
    `${room} may not use this package`,
    rule.why,
    "put it behind a port, or add it to the table of rooms.ts with a decision.",
  );
};

const oursFault = (one: Import, rule: RoomRule, room: string): string | undefined => {
  const target = roomOf(one.target);
  if (COMPOSITION.has(one.target) && !COMPOSITION.has(one.file))
    return broken(
      one,
      "a composition file is imported by no room",
      "what puts the house together stands outside it",
      "take it as a parameter.",
    );
  if (target === room || rule.may.includes(target)) return undefined;
  if (COMPOSITION.has(one.file) && one.target.startsWith("src/")) return undefined;
  if (room === "cards" && CLOSED_LISTS.has(one.target)) return undefined;
  if (one.typeOnly && rule.types?.includes(target) === true) return undefined;
  return broken(one, `${room} may not know ${target === "" ? "this file" : target}`, rule.why, mend(rule));
};

const importFault = (one: Import): string | undefined => {
  const room = roomOf(one.file);
  const rule = ROOMS[room];
  if (rule === undefined)
    return `${one.file} is in no room. How to mend: move it, or add its room to the table of rooms.ts.`;
  return one.ours ? oursFault(one, rule, room) : packageFault(one, rule, room);
};

/** Each circle once, as the files one meets on the way round. */
const circles = (imports: readonly Import[], nameOf: (file: string) => string): readonly string[] => {
  const next = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    if (nameOf(file) === nameOf(target)) continue;
    next.set(nameOf(file), (next.get(nameOf(file)) ?? new Set()).add(nameOf(target)));
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(" → "));
    if (done.has(name) || path.includes(name)) return;
    for (const following of next.get(name) ?? []) visit(following, [...path, name]);
    done.add(name);
  };
  for (const name of next.keys()) visit(name, []);
  return found;
};

const PURE = /^src\/(?:domain|use-cases)\//;
const READS_ENVIRONMENT = /^(?:src\/config\/|bot\/playground[\w-]*\.ts$)/;
/** Spreads the retries of a driver: nothing that a test needs to foresee. */
const DRAWS_LOTS = /^src\/(?:system|stores)\//;

const isNamed = (node: ts.Node, object: string, member: string): boolean =>
  ts.isPropertyAccessExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === object &&
  node.name.text === member;

const useFault = (file: string, node: ts.Node): string | undefined => {
  if (isNamed(node, "process", "env") && !READS_ENVIRONMENT.test(file) && !COMPOSITION.has(file))
    return "reads process.env.\n    Why: a setting read in two places is checked in none.\n    How to mend: add it to src/config and take it as a parameter";
  if (PURE.test(file) && (isNamed(node, "Date", "now") || isBareNewDate(node)))
    return "looks at the time by itself.\n    Why: milestones and reminders are tested at any date.\n    How to mend: take the instant as a parameter, or services.clock";
  if (isNamed(node, "Math", "random") && !DRAWS_LOTS.test(file))
    return "draws lots by itself.\n    Why: what is random cannot be tested, and what must not be guessed needs better.\n    How to mend: use the port of ids";
  return undefined;
};

const isBareNewDate = (node: ts.Node): boolean =>
  ts.isNewExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === "Date" &&
  (node.arguments?.length ?? 0) === 0;

/** Everything that leaves the rules, in words: what, why, how to mend. */
export const brokenRules = (sources: Sources): readonly string[] => {
  const faults: string[] = [];
  const imports: Import[] = [];
  for (const [file, text] of sources) {
    const source = parsed(file, text);
    imports.push(...importsOf(file, source));
    walk(source, (node) => {
      const fault = useFault(file, node);
      if (fault !== undefined) faults.push(`${file}:${lineOf(source, node)} ${fault}.`);
    });
  }
  faults.push(...imports.flatMap((one) => importFault(one) ?? []));
  const between = imports.filter(({ file, ours }) => ours && !COMPOSITION.has(file));
  const round = (kind: string, found: readonly string[]): readonly string[] =>
    found.map(
      (circle) =>
        `${kind} go round in a circle: ${circle}.\n    Why: neither can be read, tested or replaced without the other.\n    How to mend: move what both need into a third one.`,
    );
  return [
    ...faults,
    ...round("Rooms", circles(between, roomOf)),
    ...round(
      "Files",
      circles(between, (file) => file),
    ),
  ];
};
