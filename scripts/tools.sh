#!/usr/bin/env bash
# Makes sure that the tools are there, and installs what is not.
#   scripts/tools.sh build     what `make serve` and `make dist` need
#   scripts/tools.sh test      that, and what the lints and the checks in a browser need
#   scripts/tools.sh browsers  what `make test-browsers` needs: test's, and two more engines with their drivers
# A tool on PATH in the right version is used. Anything else goes under .tools/, which git ignores and `make clean`
# keeps; only the browser and its driver are system packages. Nothing is downloaded but by cargo, npm and apt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly what=${1:-build}
readonly root=$PWD
readonly tools=$root/.tools
readonly trunk_version=0.21.14 # newer ones ask for a newer Rust than rust-toolchain.toml names
readonly gecko_version=0.37.1
readonly node_version=20       # the oldest that playwright-core runs on
readonly wasm_target=wasm32-unknown-unknown
export PATH="$tools/bin:$PATH"

say() { printf '\033[1mtools:\033[0m %s\n' "$*"; }
stop() { # $1 what is missing, $2 the command that mends it
  printf 'tools: %s\n       Mend it with: %s\n' "$1" "$2" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

case $what in build | test | browsers) ;; *) stop "there is no set of tools called '$what'" "scripts/tools.sh build, test or browsers" ;; esac

# ---- What we cannot install ourselves: say so in one line, and stop.

has cargo && has rustc || stop "Rust is missing." "install rustup (Debian: apt-get install rustup && rustup default stable; else https://rustup.rs)"
has cc || stop "A C compiler is missing; Rust links with it." "apt-get install build-essential"
has node && has npm || stop "Node.js or npm is missing." "apt-get install nodejs npm (version $node_version or newer)"
readonly node_found=$(node --version) # v20.1.0
node_major=${node_found#v}
node_major=${node_major%%.*}
((node_major >= node_version)) || stop "Node.js is $node_found; at least v$node_version is needed." "install a newer Node.js"
[[ -f Cargo.lock ]] || stop "Cargo.lock is missing; it names the version of wasm-bindgen." "cargo generate-lockfile"

# The command line tool and the crate must be of the very same version, or the build stops.
readonly bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock)
[[ -n $bindgen_version ]] || stop "Cargo.lock does not name wasm-bindgen." "cargo generate-lockfile"

# ---- What is missing? Only cheap questions here: this part runs before every `make`.

version_of() { # the second word of `tool --version`, empty without the tool
  local line
  line=$("$1" --version 2>/dev/null) || return 0
  line=${line%%$'\n'*} # some say more than a line
  line=${line#* }
  printf '%s' "${line%% *}"
}

plan=() # one line for each thing to install, with about how long it takes on two cores
sysroot=$(rustc --print sysroot) || stop "rustc does not run (see above)." "rustup default stable"
need_target='' need_components=() need_bindgen='' need_trunk='' need_gecko='' need_npm='' need_apt=()

if [[ ! -d $sysroot/lib/rustlib/$wasm_target ]]; then
  need_target=1
  plan+=("the Rust target $wasm_target (seconds)")
fi
# The release build compiles the standard library along.
[[ -d $sysroot/lib/rustlib/src/rust/library ]] || need_components+=(rust-src)
if [[ $what != build ]]; then
  # Asked of the toolchain, not of PATH: rustup puts stand-ins there whether the component is installed or not.
  [[ -x $sysroot/bin/cargo-fmt ]] || need_components+=(rustfmt)
  [[ -x $sysroot/bin/cargo-clippy ]] || need_components+=(clippy)
fi
((${#need_components[@]} == 0)) || plan+=("the Rust components ${need_components[*]} (seconds)")
if [[ $(version_of wasm-bindgen) != "$bindgen_version" || $(version_of wasm-bindgen-test-runner) != "$bindgen_version" ]]; then
  need_bindgen=1
  plan+=("wasm-bindgen-cli $bindgen_version into .tools (1.5 minutes)")
fi
if [[ $(version_of trunk) != "$trunk_version" ]]; then
  need_trunk=1
  plan+=("trunk $trunk_version into .tools (3 minutes)")
fi
# Debian has no geckodriver; Mozilla's own is a crate.
if [[ $what == browsers && $(version_of geckodriver) != "$gecko_version" ]]; then
  need_gecko=1
  plan+=("geckodriver $gecko_version into .tools (2 minutes)")
fi
# The lock file is copied last, so a copy that equals ours means a finished installation of the same.
if ! cmp -s scripts/package-lock.json "$tools/node/installed-lock.json" || [[ ! -x $tools/bin/wasm-opt ]]; then
  need_npm=1
  plan+=("binaryen, esbuild, playwright-core and axe-core into .tools/node (seconds)")
fi
if [[ $what != build ]]; then
  has chromium || need_apt+=(chromium)
  has chromedriver || need_apt+=(chromium-driver)
  if [[ $what == browsers ]]; then
    has firefox-esr || need_apt+=(firefox-esr)
    has WebKitWebDriver || need_apt+=(webkit2gtk-driver) # WebKitGTK comes with it, and its own small browser
    has Xvfb || need_apt+=(xvfb)                         # that one has no headless mode
  fi
  ((${#need_apt[@]} == 0)) || plan+=("${need_apt[*]} by apt, for the checks in a browser (1 minute)")
fi

((${#plan[@]})) || exit 0

say "to be installed, once:"
printf '  - %s\n' "${plan[@]}"

# ---- Install. apt and npm mostly wait for the network, so they run beside cargo, each with its own log.

mkdir -p "$tools/bin" "$tools/log"
jobs_pid=() jobs_name=()
beside() { # $1 name, the rest a function
  local name=$1
  shift
  ("$@") >"$tools/log/$name.log" 2>&1 &
  jobs_pid+=($!) jobs_name+=("$name")
}
trap 'for pid in "${jobs_pid[@]}"; do kill "$pid" 2>/dev/null || true; done' EXIT

install_npm() {
  mkdir -p "$tools/node"
  rm -f "$tools/node/installed-lock.json"
  cp scripts/package.json scripts/package-lock.json "$tools/node/"
  # No install scripts: none of them needs its own to work here.
  (cd "$tools/node" && npm ci --ignore-scripts --no-audit --no-fund)
  # Trunk looks for a `wasm-opt` on PATH. binaryen's package holds all of it, compiled to JavaScript.
  printf '#!/bin/sh\nexec node "$(dirname "$0")/../node/node_modules/binaryen/bin/wasm-opt" "$@"\n' >"$tools/bin/wasm-opt"
  chmod +x "$tools/bin/wasm-opt"
  cp scripts/package-lock.json "$tools/node/installed-lock.json"
}

install_apt() {
  "${as_root[@]}" apt-get update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${need_apt[@]}"
}

install_cargo() { # $1 package, $2 version, the rest more flags
  local package=$1 version=$2
  shift 2
  # These run for seconds in a build, so compiling them fast is worth more than fast tools.
  # A target folder of their own, shared: the two have dependencies in common.
  env CARGO_TARGET_DIR="$tools/build" \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 \
    cargo install --root "$tools" --force --version "$version" "$@" "$package" ||
    stop "$package $version could not be installed (see above)." "the same command again, once the cause is gone"
}

if ((${#need_apt[@]})); then
  as_root=()
  if ((EUID != 0)); then
    has sudo || stop "${need_apt[*]} are missing, and there is neither root nor sudo." "apt-get install ${need_apt[*]} (as root)"
    as_root=(sudo)
    sudo -v # asks for the password now, not in the background
  fi
  readonly sudo=${as_root[*]:+sudo }
  say "${sudo}apt-get update && ${sudo}apt-get install --yes --no-install-recommends ${need_apt[*]}   (log: .tools/log/apt.log)"
  beside apt install_apt
fi
if [[ -n $need_npm ]]; then
  say "npm ci --ignore-scripts, in .tools/node   (log: .tools/log/npm.log)"
  beside npm install_npm
fi
if [[ -n $need_target ]]; then
  say "rustup target add $wasm_target"
  has rustup || stop "The Rust target $wasm_target is missing and there is no rustup to add it." "install Rust by rustup (https://rustup.rs)"
  rustup target add "$wasm_target"
fi
if ((${#need_components[@]})); then
  say "rustup component add ${need_components[*]}"
  has rustup || stop "${need_components[*]} are missing and there is no rustup to add them." "install Rust by rustup (https://rustup.rs)"
  rustup component add "${need_components[@]}"
fi
if [[ -n $need_bindgen ]]; then
  say "cargo install wasm-bindgen-cli $bindgen_version"
  install_cargo wasm-bindgen-cli "$bindgen_version" # its package has no lock file of its own worth keeping to
fi
if [[ -n $need_trunk ]]; then
  say "cargo install trunk $trunk_version"
  install_cargo trunk "$trunk_version" --locked # without its lock file it does not compile
fi
if [[ -n $need_gecko ]]; then
  say "cargo install geckodriver $gecko_version"
  install_cargo geckodriver "$gecko_version" --locked
fi
for i in "${!jobs_pid[@]}"; do
  say "waiting for ${jobs_name[i]}"
  if ! wait "${jobs_pid[i]}"; then
    tail -n 30 "$tools/log/${jobs_name[i]}.log" >&2
    stop "${jobs_name[i]} failed (the end of its log is above)." "the same command again, once the cause is gone"
  fi
done
rm -rf "$tools/build"
say "ready."
