import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

// Elsewhere an installed Chrome is found outside the PATH, and a program is no shell script.
describe.runIf(process.platform === "linux")("the search for a Chromium", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "apo-chromium-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Puts a shell script on the PATH of the search. */
  function install(name: string, script: string) {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  }

  /** Runs the search on a machine that has only what the test installed, and no network. */
  function search(env: NodeJS.ProcessEnv = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "chromium.mjs")], {
      encoding: "utf8",
      env: {
        PATH: folder,
        PLAYWRIGHT_BROWSERS_PATH: join(folder, "playwright"),
        PLAYWRIGHT_DOWNLOAD_HOST: "http://127.0.0.1:9",
        ...env,
      },
    });
    return { status, found: stdout.trim().split("\n").at(-1), errors: stderr };
  }

  it("takes CHROMIUM_PATH before any other", () => {
    install("chromium", "exit 0");
    const chosen = install("mine", "exit 0");
    expect(search({ CHROMIUM_PATH: chosen })).toMatchObject({ status: 0, found: chosen });
  });

  it("refuses a CHROMIUM_PATH where there is no program, and names it", () => {
    install("chromium", "exit 0");
    const { status, errors } = search({ CHROMIUM_PATH: "/nowhere/chromium" });
    expect(status).toBe(1);
    expect(errors).toContain('CHROMIUM_PATH is "/nowhere/chromium", where there is no program.');
  });

  it("prefers an installed chromium to an installed Chrome", () => {
    install("google-chrome", "exit 0");
    const chromium = install("chromium", "exit 0");
    expect(search()).toMatchObject({ status: 0, found: chromium });
  });

  it("passes over a chromium-browser that does not start, as Ubuntu's stub for a snap", () => {
    install("chromium-browser", "echo 'requires the chromium snap to be installed' >&2; exit 1");
    const chrome = install("google-chrome-stable", "exit 0");
    expect(search()).toMatchObject({ status: 0, found: chrome });
  });

  it("installs Debian's chromium with apt-get, after an update where the package list is empty", () => {
    symlinkSync("/usr/bin/env", join(folder, "env"));
    install("sudo", 'shift; exec "$@"');
    const chromium = join(folder, "chromium");
    install(
      "apt-get",
      `case "$*" in
        update) : > ${folder}/updated ;;
        "install -y chromium")
          [ -e ${folder}/updated ] || exit 100
          printf '#!/bin/sh\\nexit 0\\n' > ${chromium}
          /bin/chmod +x ${chromium} ;;
        *) exit 1 ;;
      esac`,
    );
    expect(search()).toMatchObject({ status: 0, found: chromium });
  });

  it("says what to do where nothing can be found or installed", () => {
    // Playwright asks a host that does not answer five times; a file where its folder should be refuses the download at once.
    writeFileSync(join(folder, "playwright"), "");
    const { status, errors } = search();
    expect(status).toBe(1);
    expect(errors).toContain("Install Chromium or Chrome");
    expect(errors).toContain("set CHROMIUM_PATH");
  });
});
