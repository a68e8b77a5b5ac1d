import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

// A program is no shell script elsewhere.
describe.runIf(process.platform === "linux")("the search for Firefox and WebKit", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "apo-engines-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Puts a shell script on the PATH of the search. */
  function install(name: string, script = "exit 0") {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  }

  /** Runs the search on a machine that has only what the test installed. */
  function search(env: NodeJS.ProcessEnv = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "engines.mjs")], {
      encoding: "utf8",
      env: { PATH: folder, ...env },
    });
    return { status, lines: stdout.trim().split("\n"), errors: stderr };
  }

  it("finds what is on the PATH, Debian's Firefox first, and passes over one that does not start, as Ubuntu's stub for a snap", () => {
    const [firefox, driver, screen] = ["firefox", "WebKitWebDriver", "Xvfb"].map((name) => install(name));
    expect(search().lines).toEqual([`firefox: ${firefox}`, `webKitDriver: ${driver}`, `xvfb: ${screen}`]);
    const esr = install("firefox-esr");
    expect(search().lines[0]).toBe(`firefox: ${esr}`);
    install("firefox-esr", "exit 1");
    expect(search().lines[0]).toBe(`firefox: ${firefox}`);
  });

  it("takes what a variable says, and refuses one where there is no program", () => {
    const mine = install("mine", "exit 1");
    for (const name of ["firefox", "WebKitWebDriver", "Xvfb"]) install(name);
    expect(search({ FIREFOX_PATH: mine })).toMatchObject({ status: 0 });
    expect(search({ FIREFOX_PATH: mine }).lines[0]).toBe(`firefox: ${mine}`);
    const { status, errors } = search({ XVFB_PATH: "/nowhere/Xvfb" });
    expect(status).toBe(1);
    expect(errors).toContain('XVFB_PATH is "/nowhere/Xvfb", where there is no program.');
  });

  it.each([
    { has: [], says: ["firefox: firefox-esr not found", "webkit: WebKitWebDriver and Xvfb not found"] },
    {
      has: ["firefox", "Xvfb"],
      says: ["webkit: WebKitWebDriver not found. Install it (Debian: sudo apt-get install webkit2gtk-driver)"],
    },
    { has: ["firefox", "WebKitWebDriver"], says: ["(Debian: sudo apt-get install xvfb), or set XVFB_PATH."] },
    { has: ["WebKitWebDriver", "Xvfb"], says: ["(Debian: sudo apt-get install firefox-esr), or set FIREFOX_PATH."] },
  ])("says what is missing where it has only $has and no apt-get", ({ has, says }) => {
    for (const name of has) install(name);
    const { status, errors } = search();
    expect(status).toBe(1);
    for (const sentence of says) expect(errors).toContain(sentence);
    expect(errors.trim().split("\n")).toHaveLength(says.length);
  });

  it("installs with apt-get what is missing and nothing else, after an update where the package list is empty", () => {
    symlinkSync("/usr/bin/env", join(folder, "env"));
    install("sudo", 'shift; exec "$@"');
    install("firefox-esr");
    install(
      "apt-get",
      `case "$*" in
        update) : > ${folder}/updated ;;
        "install -y webkit2gtk-driver xvfb")
          [ -e ${folder}/updated ] || exit 100
          for name in WebKitWebDriver Xvfb; do printf '#!/bin/sh\nexit 0\n' > ${folder}/$name; /bin/chmod +x ${folder}/$name; done ;;
        *) exit 1 ;;
      esac`,
    );
    expect(search()).toMatchObject({ status: 0 });
  });
});
