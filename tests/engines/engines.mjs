// The three engines: what drives each, and what it is asked for, so that all three stand alike. All that is engine's own is here.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Session } from "./webdriver.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = [path.join(root, ".tools/bin"), ...(process.env.PATH ?? "").split(path.delimiter)];
/** Where a program is. */
export function find(name) {
  const folder = folders.find((folder) => existsSync(path.join(folder, name)));
  if (!folder) throw new Error(`${name} is missing. Mend it with: scripts/tools.sh browsers`);
  return path.join(folder, name);
}

/** MiniBrowser, WebKit's own small browser, lies where the library of that version keeps its parts. */
function miniBrowser() {
  for (const base of ["/usr/lib", "/usr/libexec", ...readdirSync("/usr/lib").filter((name) => /-linux-gnu/.test(name)).map((name) => `/usr/lib/${name}`)]) {
    for (const version of ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]) {
      const file = path.join(base, version, "MiniBrowser");
      if (existsSync(file)) return file;
    }
  }
  throw new Error("MiniBrowser is missing. Mend it with: scripts/tools.sh browsers");
}

/** Everything that is not on the loopback goes to `proxy`, which notes it and refuses it: no engine reaches anybody. */
const refused = (proxy) => (proxy ? { proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy, noProxy: ["127.0.0.1"] } } : {});

/** `command` starts the driver on a port, `ask` makes the capabilities of a session, `env` is what the driver runs with; `still` asks for less motion. */
export const ENGINES = {
  chromium: {
    name: "Chromium",
    command: (port) => [find("chromedriver"), `--port=${port}`],
    ask: ({ proxy, still }) => ({
      ...refused(proxy),
      "goog:chromeOptions": {
        binary: find("chromium"),
        // No sandbox: Chromium refuses to run as root with one, and the pages are ours.
        args: ["headless", "no-sandbox", "disable-dev-shm-usage", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync", "disable-quic", ...(still ? ["force-prefers-reduced-motion"] : [])],
      },
    }),
  },
  firefox: {
    name: "Firefox",
    command: (port) => [find("geckodriver"), `--port=${port}`, "--log=error"],
    ask: ({ proxy, still }) => ({
      ...refused(proxy),
      "moz:firefoxOptions": {
        binary: find("firefox-esr"),
        args: ["-headless"],
        prefs: {
          // Firefox asks ten times again by itself where a connection is reset, before the page hears of it; what the program does then could not be counted.
          "network.http.request.max-attempts": 1,
          "ui.prefersReducedMotion": still ? 1 : 0,
          "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "app.update.disabledForTesting": true,
        },
      },
    }),
  },
  webkit: {
    name: "WebKitGTK",
    command: (port) => [find("WebKitWebDriver"), `--port=${port}`],
    ask: ({ proxy }) => ({ ...refused(proxy), browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } }),
    // It has no headless mode; and what GTK is told of motion is what the page is told of it.
    display: true,
    env: (home, { still }) => {
      const settings = path.join(home, "gtk-3.0");
      mkdirSync(settings, { recursive: true });
      writeFileSync(path.join(settings, "settings.ini"), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
      return { XDG_CONFIG_HOME: home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", GDK_BACKEND: "x11" };
    },
  },
};

/** A port of the loopback that nobody has. */
const free = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A screen that nobody sees. Xvfb finds a free number for it, and says it. */
async function screen() {
  const process = spawn(find("Xvfb"), ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((done, fail) => {
    process.stdio[3].once("data", (bytes) => done(String(bytes).trim()));
    process.once("error", fail).once("exit", (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });
  return { process, number };
}

const ended = (process) => process.exitCode !== null || process.signalCode !== null;
async function end(process) {
  if (ended(process)) return;
  const gone = new Promise((done) => process.once("exit", done));
  process.kill();
  const late = setTimeout(() => process.kill("SIGKILL"), 5000);
  await gone;
  clearTimeout(late);
}

/** The driver of an engine, ready for a session. `stop` ends it, and what was started for it. */
export async function drive(engine, options = {}) {
  const { command, display, env: own } = ENGINES[engine];
  const home = mkdtempSync(path.join(tmpdir(), "standfirst-"));
  const shown = display ? await screen() : undefined;
  const port = await free();
  const [program, ...args] = command(port);
  const env = { ...process.env, ...(shown ? { DISPLAY: `:${shown.number}` } : {}), ...own?.(home, options) };
  const driver = spawn(program, args, { env, stdio: "ignore" });
  const stop = async () => {
    await end(driver);
    if (shown) await end(shown.process);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = `http://127.0.0.1:${port}`;
  const ready = async () => (await (await fetch(`${address}/status`)).json()).value.ready;
  for (const late = Date.now() + 60_000; !(await ready().catch(() => false)); await new Promise((done) => setTimeout(done, 50))) {
    if (!ended(driver) && Date.now() < late) continue;
    await stop();
    throw new Error(`${program} did not become ready`);
  }
  return { address, env, stop };
}

/** A browser with a window of 1280 by 900, and its end. Now and then MiniBrowser does not come up for its driver, which then waits for ever: a second try is for that. */
export async function launch(engine, options = {}, tries = 3) {
  const driver = await drive(engine, options);
  try {
    const session = await Session.start(driver.address, ENGINES[engine].ask(options), 30_000);
    await session.post("/window/rect", { width: 1280, height: 900 });
    const close = async () => {
      await session.close().catch(() => {});
      await driver.stop();
    };
    return { session, close };
  } catch (error) {
    await driver.stop();
    if (error.name !== "TimeoutError" || tries < 2) throw error;
    return launch(engine, options, tries - 1);
  }
}
