# ./comuta bench media: processor time per relayed packet of Comuta's media engine beside rtpengine in
# user space and a bare relay in C. The same calls for all three: RTP both ways, 50 packets a second a
# stream, RTCP. Each relay has one core to itself, the telephones have another.
# shellcheck shell=bash

readonly BENCH_MEDIA=$COMUTA_ROOT/wildfly-config/bench/media
readonly BENCH_MEDIA_PACKAGES=(rtpengine-daemon gcc libc6-dev util-linux)
readonly RELAYS=(engine rtpengine bare)

CALLS=400 MOST_CALLS=1000 ROUND_SECONDS=10 SETTLE_SECONDS=3 WARM_UP_SECONDS=20 ROUNDS=5
FIRST_RTP=40000 LAST_RTP=44899

bench_media() {
  while (($# > 0)); do
    case $1 in
      --calls) CALLS=$(media_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --most) MOST_CALLS=$(media_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --seconds) ROUND_SECONDS=$(media_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --warm-up) WARM_UP_SECONDS=$(media_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --rounds) ROUNDS=$(media_number "$1" "${2:-}") || exit 1; shift 2 ;;
      *) usage_error "unknown option '$1' of bench media" ;;
    esac
  done
  ((4 * CALLS <= LAST_RTP - FIRST_RTP && 4 * MOST_CALLS <= LAST_RTP - FIRST_RTP)) ||
    usage_error "at most $(((LAST_RTP - FIRST_RTP) / 4)) calls: each takes four ports"
  use_jdk
  require_maven
  require_packages "for the benchmark" "${BENCH_MEDIA_PACKAGES[@]}"
  clean_up_at_the_end bench
  (($(nproc) > 1)) || fail "this benchmark needs two cores: one for the relay, one for the telephones."
  ulimit -n "$(ulimit -H -n)"
  build_relays
  prefer_us
  start_relays
  step "Warming up the engine for $WARM_UP_SECONDS s"
  measure_media engine "$CALLS" "$WARM_UP_SECONDS"
  media_rounds
  media_at_most
}

media_number() {
  [[ $2 =~ ^[1-9][0-9]{0,5}$ ]] || usage_error "$1 takes a whole number above zero, not '$2'"
  printf '%s' "$2"
}

build_relays() {
  step "Building the engine, the bare relay and the telephones"
  run_maven "$SCRATCH/build-media.log" "building the media engine" \
    -pl media-ra/engine -am -DskipTests -Dspotless.check.skip=true \
    package dependency:build-classpath "-Dmdep.outputFile=$TEMPORARY/classpath"
  CLASSES=$COMUTA_ROOT/media-ra/engine/target/classes:$(<"$TEMPORARY/classpath"):$TEMPORARY
  "$JAVA_HOME/bin/javac" -d "$TEMPORARY" -cp "$CLASSES" "$BENCH_MEDIA/EngineUnderTest.java"
  gcc -O2 -o "$TEMPORARY/relay" "$BENCH_MEDIA/relay.c"
  gcc -O2 -o "$TEMPORARY/load" "$BENCH_MEDIA/load.c"
}

# Whatever else the machine does should wait meanwhile. Linux weighs whole sessions against each other
# before it weighs their processes, where it groups them.
prefer_us() {
  renice -n -10 -p $$ >/dev/null 2>&1 || true
  { echo -10 >"/proc/$$/autogroup"; } 2>/dev/null || true
}

declare -A RELAY_PID RELAY_PORT RELAY_PROTOCOL

# All three run for the whole time; who has no calls costs nothing. They share one range of ports and
# have calls one after the other.
start_relays() {
  local port name
  port=$(free_port udp $((LAST_RTP + 1)))
  for name in "${RELAYS[@]}"; do
    RELAY_PORT[$name]=$port
    port=$(free_port udp $((port + 2)))
  done
  # On its last core, for the first is where a machine takes most of its interrupts.
  RELAY_CORE=$(($(nproc) - 1))
  local -a pinned=(taskset -c "$RELAY_CORE")

  step "Starting the engine ($(media_options | tr '\n' ' '))"
  # shellcheck disable=SC2046 # a list of options
  run_own "$TEMPORARY/engine.log" "${pinned[@]}" "$JAVA_HOME/bin/java" $(media_options) -cp "$CLASSES" \
    EngineUnderTest "${RELAY_PORT[engine]}" "$FIRST_RTP" "$LAST_RTP" 1
  RELAY_PID[engine]=$OWN_PID RELAY_PROTOCOL[engine]=lines

  step "Starting rtpengine $(dpkg-query -W -f='${Version}' rtpengine-daemon) in user space, one thread"
  run_own "$TEMPORARY/rtpengine.log" "${pinned[@]}" rtpengine --config-file=none --foreground \
    --log-stderr --log-level=3 --table=-1 --num-threads=1 --delete-delay=0 --interface=127.0.0.1 \
    --listen-ng="127.0.0.1:${RELAY_PORT[rtpengine]}" --port-min="$FIRST_RTP" --port-max="$LAST_RTP"
  RELAY_PID[rtpengine]=$OWN_PID RELAY_PROTOCOL[rtpengine]=ng

  step "Starting the bare relay"
  run_own "$TEMPORARY/bare.log" "${pinned[@]}" "$TEMPORARY/relay" "${RELAY_PORT[bare]}" "$FIRST_RTP"
  RELAY_PID[bare]=$OWN_PID RELAY_PROTOCOL[bare]=lines

  local tries
  for name in "${RELAYS[@]}"; do
    for ((tries = 0; tries < 100; tries++)); do
      [[ -z $(sockets_on_port udp "${RELAY_PORT[$name]}") ]] || continue 2
      sleep 0.1
    done
    tail -n 5 "$TEMPORARY/$name.log" >&2
    fail "$name did not start."
  done
}

# As the engine runs in production.
media_options() {
  grep -vE '^(#|-Dorg\.slf4j|$)' "$COMUTA_ROOT/wildfly-config/media/jvm.options"
}

# measure_media <relay> <calls> <seconds>: sets SENT, LOST, COST (processor microseconds per packet
# relayed), and HALF, MOST, NEARLY_ALL (delay in ms that 50, 99 and 99.9 % did not exceed).
measure_media() {
  local name=$1 result
  result=$(taskset -c 0 "$TEMPORARY/load" "${RELAY_PROTOCOL[$name]}" "${RELAY_PORT[$name]}" \
    "${RELAY_PID[$name]}" "$2" "$SETTLE_SECONDS" "$3") || {
    tail -n 5 "$TEMPORARY/$name.log" >&2
    fail "no measurement of $name."
  }
  # shellcheck disable=SC2034 # SENT is for whoever reads along
  read -r SENT LOST COST HALF MOST NEARLY_ALL < <(awk '{ printf "%d %d %.2f %.2f %.2f %.2f\n",
    $1, $2, $3 / 1000, $4 / 1000, $5 / 1000, $6 / 1000 }' <<<"$result")
}

media_header() { printf '    %-9s %-10s %9s %7s %22s\n' "$1" relay 'us/packet' lost 'delay ms 50/99/99.9 %'; }

media_row() {
  printf '    %-9s %-10s %9s %7s %22s\n' "$1" "$2" "$COST" "$LOST" "$HALF/$MOST/$NEARLY_ALL"
}

media_rounds() {
  local round name turn
  local -A costs=() lost=()
  local -a to_rtpengine=() to_bare=()
  step "$ROUNDS rounds of $ROUND_SECONDS s each at $CALLS calls: processor time per relayed packet"
  media_header round
  for ((round = 1; round <= ROUNDS; round++)); do
    local -A now=()
    for ((turn = 0; turn < ${#RELAYS[@]}; turn++)); do
      # Who goes first alternates, so that a machine that slows down favours none.
      name=${RELAYS[$(((turn + round) % ${#RELAYS[@]}))]}
      measure_media "$name" "$CALLS" "$ROUND_SECONDS"
      media_row "$round" "$name"
      now[$name]=$COST
      costs[$name]+=" $COST"
      lost[$name]=$((${lost[$name]:-0} + LOST))
    done
    to_rtpengine+=("$(media_ratio "${now[engine]}" "${now[rtpengine]}")")
    to_bare+=("$(media_ratio "${now[engine]}" "${now[bare]}")")
  done
  say ""
  for name in "${RELAYS[@]}"; do
    # shellcheck disable=SC2086 # a list of numbers
    say "    median  $name $(media_median ${costs[$name]}) us per packet, ${lost[$name]} packets lost in all rounds"
  done
  say "    median  engine to rtpengine $(media_median "${to_rtpengine[@]}"), engine to bare relay $(media_median "${to_bare[@]}")"
}

media_at_most() {
  local name
  step "Once more at $MOST_CALLS calls"
  media_header calls
  for name in "${RELAYS[@]}"; do
    measure_media "$name" "$MOST_CALLS" "$ROUND_SECONDS"
    media_row "$MOST_CALLS" "$name"
  done
}

media_ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

media_median() {
  printf '%s\n' "$@" | sort -n | awk '{ value[NR] = $1 }
    END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}
