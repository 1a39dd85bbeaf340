# ./comuta soak [MINUTES]: calls for a long time; every one must be answered and have its record, and
# the heap after a collection must stay what it was.
# shellcheck shell=bash

# shellcheck source=load.sh
source "$COMUTA_ROOT/wildfly-config/bench/load.sh"

RATE=200 SOAK_MINUTES=5

readonly SOAK_PACKAGES=(sip-tester curl jq)
# What the heap may have grown by in the end: caches that fill, not calls that stay.
readonly HEAP_GROWTH_MB=32

run_soak() {
  while (($# > 0)); do
    case $1 in
      --rate) RATE=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      *) SOAK_MINUTES=$(whole_number soak "$1") || exit 1; shift ;;
    esac
  done
  use_jdk
  require_packages "for the soak" "${SOAK_PACKAGES[@]}"
  clean_up_at_the_end soak
  step "Starting a Comuta for the soak"
  start_own_server
  SOAK_PID=$(COMUTA_STATE=$TEMPORARY/state "$COMUTA_ROOT/comuta" status --json --offset "$OWN_SERVER" | jq .pid)
  connect_load BRIDGE
  start_called_side
  soak
}

soak() {
  local minute calls=0 failed=0 first=0 heap=0
  step "Warming up for a minute"
  drive "$SIP_PORT" 60
  local before=$((COMPLETED + FAILED))
  await_records "$before"
  step "$SOAK_MINUTES minutes at $RATE calls/s"
  printf '    minute    calls   failed   records   heap after collection\n'
  for ((minute = 1; minute <= SOAK_MINUTES; minute++)); do
    drive "$SIP_PORT" 60
    calls=$((calls + COMPLETED)) failed=$((failed + FAILED))
    await_records $((before + calls + failed))
    heap=$(live_megabytes)
    ((first > 0)) || first=$heap
    printf '    %6d   %6d   %6d   %7d   %5d MB\n' "$minute" "$calls" "$failed" "$((RECORDS - before))" "$heap"
  done
  say ""
  ((failed == 0)) || fail "$failed of $((calls + failed)) calls failed."
  ((RECORDS == before + calls)) || fail "$calls calls, but $((RECORDS - before)) records."
  ((heap <= first + HEAP_GROWTH_MB)) || fail "the heap grew from $first MB to $heap MB."
  say "    $calls calls, every one answered and recorded once; heap $first MB, then $heap MB."
}

# Sets RECORDS to the number of records, once there are as many as expected or a minute has passed.
await_records() {
  local tries
  for ((tries = 0; tries < 120; tries++)); do
    RECORDS=$(rest GET 'cdrs?size=1' | jq .total)
    ((RECORDS < $1)) || return 0
    sleep 0.5
  done
}

# What is left on the heap after a full collection.
live_megabytes() {
  "$JAVA_HOME/bin/jcmd" "$SOAK_PID" GC.class_histogram | awk '/^Total/ { print int($3 / 1048576) }'
}
