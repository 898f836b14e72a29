import { statSync } from "node:fs";
import type { Member } from "../domain/people/member.ts";
import type { People } from "../ports/people.ts";
import { readTeamFile, type FileRead, type TeamFile } from "./files.ts";

export interface TeamFileOptions {
  readonly path: string;
  /** Called once for each wrong version of the file; the last good one keeps serving. */
  readonly onProblem: (problems: readonly string[]) => void;
  readonly onReload?: (count: number) => void;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
  readonly checkEveryMs?: number;
}

/** The team file as `People`: looked at again when someone asks, at most every 15 s, so that a change is seen within the minute. */
export function openTeamFile(options: TeamFileOptions): FileRead<People> {
  const version = versionOf(options.path);
  const first = readTeamFile(options.path);
  return first.ok ? { ok: true, value: new WatchedTeam(options, first.value, version) } : first;
}

class WatchedTeam implements People {
  #members: ReadonlyMap<string, Member>;
  #version: string;
  #checkedAt: number;
  #refused: readonly string[] = [];
  readonly #options: TeamFileOptions;
  readonly #now: () => number;

  constructor(options: TeamFileOptions, team: TeamFile, version: string) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#members = byId(team);
    this.#version = version;
    this.#checkedAt = this.#now();
  }

  members(): readonly Member[] {
    return [...this.#current().values()];
  }

  byObjectId(id: string): Member | undefined {
    return this.#current().get(id.toLowerCase());
  }

  refused(): readonly string[] {
    this.#current();
    return this.#refused;
  }

  #current(): ReadonlyMap<string, Member> {
    const now = this.#now();
    if (now - this.#checkedAt >= (this.#options.checkEveryMs ?? 15_000)) {
      this.#checkedAt = now;
      this.#readAgain();
    }
    return this.#members;
  }

  #readAgain(): void {
    const version = versionOf(this.#options.path);
    if (version === this.#version) return;
    this.#version = version;
    const read: FileRead<TeamFile> = readTeamFile(this.#options.path);
    this.#refused = read.ok ? [] : read.problems;
    if (!read.ok) return this.#options.onProblem(read.problems);
    this.#members = byId(read.value);
    this.#options.onReload?.(this.#members.size);
  }
}

const byId = (team: TeamFile): ReadonlyMap<string, Member> =>
  new Map(team.members.map((someone) => [someone.aadObjectId, someone]));

/** Changes when the file is written or replaced, also within the same second and with the same length. */
function versionOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? "absent" : `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
}
