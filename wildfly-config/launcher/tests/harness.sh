# A small test harness: every function named test_* runs in a shell of its own, in a folder of its own.
# shellcheck shell=bash

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
COMUTA=$ROOT/comuta
# Far from the ports people use.
TEST_OFFSET=${COMUTA_TEST_OFFSET:-4000}

# comuta <arguments...>: runs the launcher; leaves its exit code in STATUS and all it said in OUTPUT.
comuta() {
  STATUS=0
  OUTPUT=$("$COMUTA" "$@" 2>&1) || STATUS=$?
}

flunk() {
  printf 'not ok: %s\n' "$1"
  [[ -z ${OUTPUT:-} ]] || printf '%s\n' "$OUTPUT" | sed 's/^/    | /'
  exit 1
}

expect_status() { [[ $STATUS == "$1" ]] || flunk "exit code $STATUS, not $1"; }
expect_says() { [[ $OUTPUT == *"$1"* ]] || flunk "the output does not say: $1"; }
expect_silent_about() { [[ $OUTPUT != *"$1"* ]] || flunk "the output says: $1"; }
expect_equal() { [[ $1 == "$2" ]] || flunk "'$1' is not '$2'"; }

# Loads the launcher's functions into the test's own shell.
load_launcher() {
  COMUTA_ROOT=$ROOT
  local library
  for library in "$ROOT"/wildfly-config/launcher/lib/*.sh; do
    # shellcheck source=/dev/null
    source "$library"
  done
}

# make_path_without <programs...>: the folder `path` with the system's programs but these.
make_path_without() {
  mkdir path
  ln -sf -t path /bin/* /sbin/* /usr/bin/* /usr/sbin/*
  (cd path && rm -f "$@")
}

# Runs the test_* functions of a file; prints what failed, and the closing line.
run_tests() {
  local name failed=0 total=0 output status
  set +e
  for name in $(compgen -A function | grep '^test_'); do
    total=$((total + 1))
    WORK=$(mktemp -d)
    # Not inside the condition, where bash would not end the test at its first failing command.
    output=$(
      set -euo pipefail
      cd "$WORK"
      export COMUTA_STATE=$WORK/state
      "$name" 2>&1
    )
    status=$?
    if ((status == 0)); then
      printf '  ok      %s\n' "${name#test_}" | tr _ ' '
    else
      failed=$((failed + 1))
      printf '  FAILED  %s\n' "${name#test_}" | tr _ ' '
      printf '%s\n' "$output" | sed 's/^/          /'
    fi
    rm -rf "$WORK"
  done
  printf '%s: tests run: %d, failures: %d\n' "$1" "$total" "$failed"
  ((failed == 0))
}
