import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";

const run = promisify(execFile);

const commandNames = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

const wellKnownPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Nothing of a test leaves the machine: the browser resolves no name and has no background traffic. */
const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // A page that stands for Teams, of an origin that is not this machine's, frames a product that runs on it.
  "--disable-features=LocalNetworkAccessChecks",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Path of a browser already on this machine, or undefined. CHROMIUM_PATH wins. */
export function findBrowser(): string | undefined {
  const inPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => commandNames.map((name) => join(folder, process.platform === "win32" ? `${name}.exe` : name)));
  const chosen = process.env["CHROMIUM_PATH"] ?? "";
  return [...(chosen === "" ? [] : [chosen]), ...inPath, ...wellKnownPlaces, chromium.executablePath()].find(
    existsSync,
  );
}

const playwrightCli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
const isDebianRoot = () => process.getuid?.() === 0 && existsSync("/etc/debian_version");

async function installBrowser(): Promise<string[]> {
  const apt = ["-o", "DPkg::Lock::Timeout=300", "-qq"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const ways: [string, string[]][][] = [
    [[process.execPath, [playwrightCli, "install", "chromium"]]],
    isDebianRoot()
      ? [
          ["apt-get", [...apt, "update"]],
          ["apt-get", [...apt, "install", "-y", "chromium"]],
        ]
      : [],
  ];
  const failures: string[] = [];
  for (const way of ways) {
    try {
      for (const [command, args] of way) await run(command, args, { env, maxBuffer: 64 * 1024 * 1024 });
      if (findBrowser() !== undefined) return [];
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  return failures;
}

/**
 * A headless browser for the tests: the one installed on the machine, else one that is installed now.
 * Fails with the line to run when neither is possible: a check that did not run must not look green.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures = findBrowser() === undefined ? await installBrowser() : [];
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      `No Chromium, Chrome or Edge on this machine. Run one of:\n  npx playwright-core install --with-deps chromium\n` +
        `  sudo apt-get update && sudo apt-get install -y chromium\nor set CHROMIUM_PATH to a browser.\n${failures.join("\n")}`,
    );
  }
  return chromium.launch({ executablePath, args: browserArguments });
}
