# ./comuta soak [MINUTES]: calls for a long time; every one must be answered and have its record, and
# neither the server nor the media engine may keep memory or descriptors of calls that are over.
# shellcheck shell=bash

# shellcheck source=load.sh
source "$COMUTA_ROOT/wildfly-config/bench/load.sh"

RATE=200 SOAK_MINUTES=5

readonly SOAK_PACKAGES=(sip-tester curl jq)
# What the heap may have grown by in the end: caches that fill, not calls that stay.
readonly HEAP_GROWTH_MB=32
# What the engine may have grown by: its own heap and what the compiler made, not packets nor calls.
readonly ENGINE_GROWTH_MB=32
# Files of the log and connections of this script come and go.
readonly DESCRIPTOR_GROWTH=16

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
  read -r SOAK_PID ENGINE_PID < <(own_status | jq -r '"\(.pid) \(.media.pid)"')
  connect_load BRIDGE
  start_called_side
  soak
}

soak() {
  local minute calls=0 failed=0 first_heap=0 first_engine=0 first_open=0 heap=0 engine=0 open=0
  step "Warming up for a minute"
  drive "$SIP_PORT" 60
  local before=$((COMPLETED + FAILED))
  await_records "$before"
  step "$SOAK_MINUTES minutes at $RATE calls/s"
  printf '                                         after a collection             resident\n'
  printf '    minute    calls   failed   records     heap   descriptors       server   engine\n'
  for ((minute = 1; minute <= SOAK_MINUTES; minute++)); do
    drive "$SIP_PORT" 60
    calls=$((calls + COMPLETED)) failed=$((failed + FAILED))
    await_records $((before + calls + failed))
    await_no_media
    heap=$(live_megabytes) open=$(($(descriptors "$SOAK_PID") + $(descriptors "$ENGINE_PID")))
    engine=$(resident_megabytes "$ENGINE_PID")
    ((minute > 1)) || first_heap=$heap first_open=$open first_engine=$engine
    printf '    %6d   %6d   %6d   %7d   %5d MB        %6d     %5d MB   %3d MB\n' "$minute" "$calls" "$failed" \
      "$((RECORDS - before))" "$heap" "$open" "$(resident_megabytes "$SOAK_PID")" "$engine"
  done
  say ""
  ((failed == 0)) || fail "$failed of $((calls + failed)) calls failed."
  ((RECORDS == before + calls)) || fail "$calls calls, but $((RECORDS - before)) records."
  ((heap <= first_heap + HEAP_GROWTH_MB)) || fail "the heap grew from $first_heap MB to $heap MB."
  ((engine <= first_engine + ENGINE_GROWTH_MB)) || fail "the engine grew from $first_engine MB to $engine MB."
  ((open <= first_open + DESCRIPTOR_GROWTH)) || fail "open descriptors grew from $first_open to $open."
  say "    $calls calls, every one answered and recorded once; heap $first_heap MB, then $heap MB;" \
    "descriptors $first_open, then $open; engine $first_engine MB, then $engine MB."
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

# Waits until the engine has let go of the last call; one it holds for a minute more is never let go.
await_no_media() {
  local tries calls
  for ((tries = 0; tries < 120; tries++)); do
    calls=$(own_status | jq '.media.calls')
    [[ $calls != 0 ]] || return 0
    sleep 0.5
  done
  fail "the media engine still holds calls ($calls) a minute after their end."
}

own_status() {
  COMUTA_STATE=$TEMPORARY/state "$COMUTA_ROOT/comuta" status --json --offset "$OWN_SERVER"
}

descriptors() {
  find "/proc/$1/fd" -mindepth 1 | wc -l
}

resident_megabytes() {
  awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"
}

# What is left on the heap after a full collection.
live_megabytes() {
  "$JAVA_HOME/bin/jcmd" "$SOAK_PID" GC.class_histogram | awk '/^Total/ { print int($3 / 1048576) }'
}
