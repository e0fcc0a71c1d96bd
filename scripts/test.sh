#!/usr/bin/env bash
# Everything that `make test` checks, in this order; the first step that fails ends it.
#   scripts/test.sh                  all steps
#   scripts/test.sh lint native      only these
#   scripts/test.sh all engines      all, and then the tests in the other two engines
# Each step's output is kept in target/test-logs/STEP.log. The last line counts the tests: `N passed, M failed`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/.tools/bin:$PATH"

readonly wasm=wasm32-unknown-unknown
readonly logs=target/test-logs
readonly all=(format lint native faults browser size e2e)

title_format="formatting (cargo fmt)"
step_format() { cargo fmt --check; }

title_lint="lints (clippy, native and wasm)"
step_lint() {
  cargo clippy --locked --all-targets --features ssr,schema,cli -- -D warnings
  # The program of the elements is no library: what hears of it are functions, not the callbacks that tests and examples use.
  cargo clippy --locked --target $wasm --lib --bins --features embed -- -D warnings
  cargo clippy --locked --target $wasm --lib --bins --tests --examples --features csr -- -D warnings
}

title_native="native tests"
step_native() { cargo test --locked --features ssr,schema,cli; }

title_faults="the own tests of the fault server, the runner and the benchmark"
step_faults() { node --test --test-reporter=spec tests/faults/*.test.mjs scripts/bench/*.test.mjs scripts/bench/comments/*.test.mjs; }

title_browser="wasm-bindgen tests in a headless browser"
step_browser() {
  # They fetch from the fault server. Its output ends the wait for it, whether it listens or cannot.
  exec 3< <(exec node tests/faults/server.mjs 2>&1)
  faults_pid=$!
  trap 'kill "$faults_pid" 2>/dev/null || true' EXIT
  local line=
  IFS= read -r -t 10 line <&3 || true
  echo "$line"
  [[ $line == "faults at "* ]]
  # The runner's own limits, 20 s for all tests and 5 s for the driver to start, are too short for a busy machine.
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    CHROMEDRIVER=$(command -v chromedriver) \
    WASM_BINDGEN_TEST_TIMEOUT=300 \
    WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$PWD/tests/webdriver.json \
    cargo test --locked --target $wasm --features csr --test browser
}

title_size="the release build and its size budget"
step_size() {
  make --no-print-directory dist icon-sizes
  node scripts/size-budget.mjs --selftest
  node scripts/size-budget.mjs
}

# It needs what the size step builds: dist and target/icon-sizes.
title_e2e="end-to-end checks"
step_e2e() { node tests/e2e/run.mjs; }

# Not one of all: it needs more tools. Chromium has been seen by then. It takes the tests that the browser step has built, and dist.
title_engines="the same in Firefox and WebKitGTK"
step_engines() { ENGINES="firefox webkit" make --no-print-directory test-browsers; }

# The totals of cargo's ("test result: ok. 3 passed; 0 failed") and node's ("ℹ pass 3") summaries in a log. Where a program has
# a sum of its own ("3 passed, 0 failed"), that one counts: there are summaries of others in its log.
tally() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '/test result: .* passed; / { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1) } }
       /^ℹ pass [0-9]/ { p += $3 }
       /^ℹ (fail|cancelled) [0-9]/ { f += $3 }
       /^[0-9]+ passed, [0-9]+ failed$/ { sum = 1; sp = $1; sf = $3 }
       END { if (sum) print sp, sf; else print p + 0, f + 0 }'
}

passed=0 failed=0
count() { # adds the step's tests
  local p f
  read -r p f < <(tally "$1")
  passed=$((passed + p)) failed=$((failed + f))
}

steps=()
(($#)) || set -- all
for word; do
  if [[ $word == all ]]; then steps+=("${all[@]}"); else steps+=("$word"); fi
done
for step in "${steps[@]}"; do
  declare -F "step_$step" >/dev/null || { echo "There is no step '$step'; there are: ${all[*]} engines" >&2; exit 2; }
done

[[ ! -t 1 ]] || export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-always} # the output goes through tee, a terminal behind it
mkdir -p $logs
for step in "${steps[@]}"; do
  title=title_$step
  printf '\n==> %s\n' "${!title}"
  began=$SECONDS
  # A shell of its own for each step: what it starts and sets ends with it. `set -e` would not hold in a condition.
  set +e
  (set -e; "step_$step") 2>&1 | tee "$logs/$step.log"
  status=${PIPESTATUS[0]}
  set -e
  count "$logs/$step.log"
  if ((status != 0)); then
    ((failed > 0)) || failed=1 # a step that fails without a test, a lint for one
    printf '\nFAILED: %s, after %d s. Again, alone: make test STEPS=%s   (output: %s/%s.log)\n' "${!title}" $((SECONDS - began)) "$step" "$logs" "$step"
    echo "$passed passed, $failed failed"
    exit 1
  fi
  printf '    %s: good, %d s\n' "${!title}" $((SECONDS - began))
done
printf '\nAll good: %s, in %d s.\n' "${steps[*]}" "$SECONDS"
echo "$passed passed, $failed failed"
