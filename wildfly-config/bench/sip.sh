# ./comuta bench sip: processor time per call of Comuta beside Kamailio. sipp calls, one subject or
# the other carries the call, sipp answers; the same scenarios, rate and length for both.
# shellcheck shell=bash

readonly BENCH_PACKAGES=(sip-tester kamailio curl jq)

# shellcheck source=load.sh
source "$COMUTA_ROOT/wildfly-config/bench/load.sh"

RATE=300 ROUND_SECONDS=20 WARM_UP_SECONDS=300 WARM_UP_STEP=20 ROUNDS=5

bench_sip() {
  while (($# > 0)); do
    case $1 in
      --rate) RATE=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --seconds) ROUND_SECONDS=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --warm-up) WARM_UP_SECONDS=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --rounds) ROUNDS=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      *) usage_error "unknown option '$1' of bench sip" ;;
    esac
  done
  use_jdk
  require_packages "for the benchmark" "${BENCH_PACKAGES[@]}"
  TICKS=$(getconf CLK_TCK)
  clean_up_at_the_end bench
  start_subjects
  warm_up
  run_rounds
}

# --- subjects ----------------------------------------------------------------------------------

start_subjects() {
  step "Starting a Comuta for the benchmark"
  start_own_server
  COMUTA_PID=$(COMUTA_STATE=$TEMPORARY/state "$COMUTA_ROOT/comuta" status --json --offset "$OWN_SERVER" | jq .pid)

  # Kamailio leaves media alone, and so does Comuta here.
  connect_load BYPASS
  KAMAILIO_PORT=$(free_port udp $((CALLED_PORT + 2)))

  step "Starting Kamailio $(dpkg-query -W -f='${Version}' kamailio) (stateful, record-route, dialog, acc)"
  # Its own folder for run-time files, and no file of the system's configuration.
  run_own "$TEMPORARY/kamailio.log" kamailio -DD -E -f "$BENCH_FOLDER/kamailio.cfg" \
    -A "LISTEN=udp:127.0.0.1:$KAMAILIO_PORT" -A "NEXT_HOP=\"sip:127.0.0.1:$CALLED_PORT\"" \
    -Y "$TEMPORARY" -P "$TEMPORARY/kamailio.pid" -m 512 -M 32
  KAMAILIO_PID=$OWN_PID
  start_called_side
  local tries
  for ((tries = 0; tries < 50; tries++)); do
    ! started_at "$KAMAILIO_PID" >/dev/null || [[ -z $(sockets_on_port udp "$KAMAILIO_PORT") || -z $(sockets_on_port udp "$CALLED_PORT") ]] || return 0
    sleep 0.1
  done
  tail -n 5 "$TEMPORARY/kamailio.log" "$TEMPORARY/called.log" >&2
  fail "Kamailio or the called side did not start."
}

# The processor time of a process and all it has started, in clock ticks.
ticks_of() {
  local pid total=0 line children
  local -a queue=("$1")
  while ((${#queue[@]} > 0)); do
    pid=${queue[0]}
    queue=("${queue[@]:1}")
    line=$(cat "/proc/$pid/stat" 2>/dev/null) || continue
    line=${line##*) }
    total=$((total + $(awk '{ print $12 + $13 }' <<<"$line")))
    children=$(cat "/proc/$pid"/task/*/children 2>/dev/null) || true
    # shellcheck disable=SC2206 # a list of numbers
    queue+=($children)
  done
  printf '%s' "$total"
}

# A virtual machine compiles what runs often: its cost falls until that is done, which a server that runs
# for days does not notice. Comuta is driven in steps until its compiler took next to no time in one, or
# the time for it is over.
warm_up() {
  local spent=0 before after
  step "Warming up at $RATE calls/s, Comuta for at most $WARM_UP_SECONDS s"
  while ((spent < WARM_UP_SECONDS)); do
    before=$(compile_seconds)
    measure "$COMUTA_PID" "$SIP_PORT" "$WARM_UP_STEP"
    after=$(compile_seconds)
    spent=$((spent + WARM_UP_STEP))
    say "    Comuta after $spent s: $COST ms per call, $COMPLETED calls, $FAILED failed, compiled for $(awk -v a="$after" -v b="$before" 'BEGIN { printf "%.1f", a - b }') s"
    awk -v a="$after" -v b="$before" -v step="$WARM_UP_STEP" 'BEGIN { exit !(a - b < 0.01 * step) }' && break
  done
  measure "$KAMAILIO_PID" "$KAMAILIO_PORT" 5
  say "    Kamailio after 5 s: $COST ms per call, $COMPLETED calls, $FAILED failed"
}

# How long the compiler of Comuta's virtual machine has worked since its start.
compile_seconds() {
  "$JAVA_HOME/bin/jstat" -compiler "$COMUTA_PID" | awk 'NR == 2 { print $4 }'
}

# measure <pid> <port> <seconds>: sets COST to processor milliseconds per completed call.
measure() {
  local before after
  before=$(ticks_of "$1")
  drive "$2" "$3"
  after=$(ticks_of "$1")
  ((COMPLETED > 0)) || fail "no call got through on port $2." "$(tail -n 3 "$TEMPORARY/caller.log")"
  COST=$(awk -v ticks=$((after - before)) -v hz="$TICKS" -v calls="$COMPLETED" \
    'BEGIN { printf "%.3f", ticks * 1000 / hz / calls }')
}

run_rounds() {
  local round ours theirs ratio our_failed their_failed
  local -a ratios=() all_ours=() all_theirs=()
  step "$ROUNDS rounds of $ROUND_SECONDS s each at $RATE calls/s, processor time per completed call"
  printf '    round   Comuta ms   failed   Kamailio ms   failed   ratio\n'
  for ((round = 1; round <= ROUNDS; round++)); do
    # Who goes first alternates, so that a machine that slows down favours neither.
    if ((round % 2 == 1)); then
      measure "$COMUTA_PID" "$SIP_PORT" "$ROUND_SECONDS"; ours=$COST our_failed=$FAILED
      measure "$KAMAILIO_PID" "$KAMAILIO_PORT" "$ROUND_SECONDS"; theirs=$COST their_failed=$FAILED
    else
      measure "$KAMAILIO_PID" "$KAMAILIO_PORT" "$ROUND_SECONDS"; theirs=$COST their_failed=$FAILED
      measure "$COMUTA_PID" "$SIP_PORT" "$ROUND_SECONDS"; ours=$COST our_failed=$FAILED
    fi
    ratio=$(awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "%.2f", a / b }')
    ratios+=("$ratio") all_ours+=("$ours") all_theirs+=("$theirs")
    printf '    %5d   %9s   %6s   %11s   %6s   %5s\n' "$round" "$ours" "$our_failed" "$theirs" "$their_failed" "$ratio"
  done
  say ""
  say "    median  Comuta $(median "${all_ours[@]}") ms, Kamailio $(median "${all_theirs[@]}") ms per call; ratio $(median "${ratios[@]}")"
}

median() {
  printf '%s\n' "$@" | sort -n | awk '{ value[NR] = $1 }
    END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}
