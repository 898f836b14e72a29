/**
 * Checks, before a template is expanded, that each of its bindings has a value. What has none would stay in the card as `${…}`.
 * Templates keep to a small language: `${path}`, and `not(path)`, `empty(path)`, `not(empty(path))` for what is shown or not.
 */
const PATH = String.raw`(?:\$root|\$data|[a-zA-Z]\w*)(?:\.\w+)*`;
const CONDITION = new RegExp(
  String.raw`^\$\{(?:(${PATH})|not\((${PATH})\)|empty\((${PATH})\)|not\(empty\((${PATH})\)\))\}$`,
);
const WHOLE = new RegExp(String.raw`^\$\{(${PATH})\}$`);
const BINDING = /\$\{([^}]*)\}/g;

interface Scope {
  readonly root: unknown;
  readonly data: unknown;
}

/** What is wrong, one sentence a binding; empty: the template can be expanded with this model. */
export const missingBindings = (template: unknown, model: unknown): string[] =>
  faultsOf(template, { root: model, data: model }, false);

function faultsOf(node: unknown, scope: Scope, mayBeNull: boolean): string[] {
  if (typeof node === "string") return faultsOfString(node, scope, mayBeNull);
  if (Array.isArray(node)) return node.flatMap((entry) => faultsOf(entry, scope, mayBeNull));
  if (!isRecord(node)) return [];
  const { $data, ...rest } = node;
  if ($data === undefined) return faultsOfElement(rest, scope);
  const list = typeof $data === "string" ? lookup(WHOLE.exec($data)?.[1], scope) : undefined;
  if (!Array.isArray(list)) return [`${JSON.stringify($data)} is not a list`];
  return list.flatMap((data) => faultsOfElement(rest, { root: scope.root, data }));
}

function faultsOfElement(element: Record<string, unknown>, scope: Scope): string[] {
  const { $when, ...rest } = element;
  if ($when !== undefined) {
    const shown = typeof $when === "string" ? condition($when, scope) : undefined;
    if (shown === undefined) return [`${JSON.stringify($when)} is neither true nor false`];
    if (!shown) return [];
  }
  return Object.entries(rest).flatMap(([key, value]) => faultsOf(value, scope, key === "cursor"));
}

function faultsOfString(text: string, scope: Scope, mayBeNull: boolean): string[] {
  if (condition(text, scope) !== undefined) return [];
  const whole = WHOLE.exec(text);
  if (whole !== null) {
    const value = lookup(whole[1], scope);
    return isShown(value) || Array.isArray(value) || isRecord(value) || (mayBeNull && value === null)
      ? []
      : [`${text} has no value`];
  }
  return [...text.matchAll(BINDING)]
    .filter(([binding]) => !isShown(lookup(WHOLE.exec(binding)?.[1], scope)))
    .map(([binding]) => `${binding} has no value`);
}

const isShown = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/** True, false, or undefined where `expression` is no condition or its path is not a boolean. */
function condition(expression: string, scope: Scope): boolean | undefined {
  const [, plain, negated, emptied, filled] = CONDITION.exec(expression) ?? [];
  if (emptied !== undefined) return isEmpty(lookup(emptied, scope));
  if (filled !== undefined) return !isEmpty(lookup(filled, scope));
  const value = lookup(plain ?? negated, scope);
  if (typeof value !== "boolean") return undefined;
  return plain === undefined ? !value : value;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

function lookup(path: string | undefined, scope: Scope): unknown {
  if (path === undefined) return undefined;
  const [first = "", ...rest] = path.split(".");
  const start = first === "$root" ? scope.root : first === "$data" ? scope.data : own(scope.data, first);
  return rest.reduce(own, start);
}

const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A plain object, as JSON has them. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
