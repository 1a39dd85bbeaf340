# ./comuta bench configuration: how long an administrator waits with a large configuration, alone and
# beside calls. It has a server of its own with NAPS NAPs and ROUTES routes.
# shellcheck shell=bash

readonly BENCH_PACKAGES=(sip-tester curl jq)

# shellcheck source=load.sh
source "$COMUTA_ROOT/wildfly-config/bench/load.sh"

LATE=no NAPS=1000 ROUTES=10000 RATE=100 TIMES=9

# What is waited for, and for how many milliseconds at most.
readonly OPERATIONS=("list page" "filtered list" "save a NAP" "save a route" "apply" "compare" "pending" "export")
readonly LIMITS=(1000 1000 1000 1000 2000 5000 5000 5000)

bench_configuration() {
  while (($# > 0)); do
    case $1 in
      --naps) NAPS=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --routes) ROUTES=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --rate) RATE=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      --times) TIMES=$(whole_number "$1" "${2:-}") || exit 1; shift 2 ;;
      *) usage_error "unknown option '$1' of bench configuration" ;;
    esac
  done
  use_jdk
  require_packages "for the benchmark" "${BENCH_PACKAGES[@]}"
  clean_up_at_the_end bench
  step "Starting a Comuta for the benchmark"
  start_own_server
  # The ports of the calls are known before, because the file has both NAPs in it.
  CALLER_PORT=$(free_port udp 27000)
  CALLED_PORT=$(free_port udp $((CALLER_PORT + 2)))
  import_configuration
  warm_up_configuration
  step "Waiting for each operation, $TIMES times"
  printf '    %-34s %9s %9s %9s\n' operation 'median ms' 'worst ms' 'limit ms'
  measure_configuration "alone"
  start_called_side
  step "Warming up the path of calls"
  drive "$SIP_PORT" 30
  BENCH_SECONDS=$((TIMES * ${#OPERATIONS[@]} + 30))
  drive "$SIP_PORT" "$BENCH_SECONDS" &
  LOAD_PID=$!
  sleep 5
  measure_configuration "beside $RATE calls/s"
  step "Calls beside it"
  await_load
  [[ $LATE == no ]] || fail "an operation took longer than its limit."
}

# The file's NAPs have addresses of their own; routes go between neighbours and differ in the number.
configuration_file() {
  jq -cn --argjson naps "$NAPS" --argjson routes "$ROUTES" --argjson caller "$CALLER_PORT" --argjson called "$CALLED_PORT" '
    def nap(name; domain; port): {name: name, domain: domain, port: port, mediaMode: "BYPASS"};
    {formatVersion: 1,
     naps: ([nap("bench-caller"; "127.0.0.1"; $caller), nap("bench-called"; "127.0.0.1"; $called)]
       + [range($naps - 2) | nap("nap-\(.)"; "10.\(. / 65536 | floor).\(. / 256 % 256 | floor).\(. % 256)"; 5060)]),
     routes: ([{name: "bench", originNap: "bench-caller", destinationNap: "bench-called", priority: 99}]
       + [range($routes - 1) | {name: "route-\(.)", originNap: "nap-\(. % ($naps - 2))",
          destinationNap: "nap-\((. + 1) % ($naps - 2))", calledNumber: "^55\(.)[0-9]{4,8}$",
          rewriteCalled: "/^55(.*)$/0$1/"}])}'
}

import_configuration() {
  step "Importing $NAPS NAPs and $ROUTES routes as one revision"
  configuration_file >"$TEMPORARY/configuration.json"
  local answer
  answer=$(timed POST configuration/import --header 'Content-Type: application/json' --data-binary "@$TEMPORARY/configuration.json")
  say "    $(stat -c %s "$TEMPORARY/configuration.json") octets in $answer ms"
  answer=$(timed POST configuration/apply)
  say "    first apply in $answer ms"
}

# timed <method> <path> [curl's options]: prints how many milliseconds the answer took.
timed() {
  local method=$1 path=$2 told
  shift 2
  told=$(curl --silent --show-error --max-time 300 --config <(printf '%s\n' "$REST_CREDENTIALS") \
    --request "$method" "$@" --output "$TEMPORARY/answer" --write-out '%{http_code} %{time_total}' "$REST_BASE/$path")
  [[ $told == 2* ]] || fail "$method $path was answered $told: $(head -c 400 "$TEMPORARY/answer")"
  awk -v seconds="${told#* }" 'BEGIN { printf "%d", seconds * 1000 }'
}

save() {
  timed PUT "$1" --header 'Content-Type: application/json' --data-binary "$2"
}

# once <number of the operation> <a number that was never used>
once() {
  local unused=$2 latest
  case ${OPERATIONS[$1]} in
    "list page") timed GET "routes?page=$((unused % 100))&size=50" ;;
    "filtered list") timed GET "routes?originNap=nap-$((unused % (NAPS - 2)))&size=50" ;;
    "save a NAP") save naps/nap-1 "{\"domain\":\"10.0.0.1\",\"maxCalls\":$unused,\"mediaMode\":\"BYPASS\"}" ;;
    "save a route") save routes/route-1 "{\"originNap\":\"nap-1\",\"destinationNap\":\"nap-2\",\"maxCalls\":$unused}" ;;
    apply)
      save routes/route-2 "{\"originNap\":\"nap-2\",\"destinationNap\":\"nap-3\",\"maxCalls\":$unused}" >/dev/null
      timed POST configuration/apply
      ;;
    compare)
      latest=$(rest GET configuration | jq .latestRevision)
      timed GET "configuration/diff?from=0&to=$latest&size=50"
      ;;
    pending) timed GET configuration/pending ;;
    export) timed GET configuration/export ;;
  esac
}

# A virtual machine runs slowly what it has not compiled yet; an administrator meets that only once.
warm_up_configuration() {
  local round operation
  step "Warming up"
  for ((round = 1; round <= 20; round++)); do
    for ((operation = 0; operation < ${#OPERATIONS[@]}; operation++)); do
      once "$operation" $((100000 + round)) >/dev/null
    done
  done
}

measure_configuration() {
  local beside=$1 operation round median worst
  for ((operation = 0; operation < ${#OPERATIONS[@]}; operation++)); do
    local -a times=()
    for ((round = 1; round <= TIMES; round++)); do
      UNUSED=$((${UNUSED:-0} + 1))
      times+=("$(once "$operation" "$UNUSED")")
    done
    median=$(printf '%s\n' "${times[@]}" | sort -n | sed -n "$(((TIMES + 1) / 2))p")
    worst=$(printf '%s\n' "${times[@]}" | sort -n | tail -n 1)
    ((worst <= LIMITS[operation])) || LATE=yes
    printf '    %-34s %9d %9d %9d\n' "${OPERATIONS[operation]}, $beside" "$median" "$worst" "${LIMITS[operation]}"
  done
}

# How many records of the last 1000 calls without an answer tell which failure.
unanswered() {
  rest GET 'cdrs?answered=false&size=1000' |
    jq -r '[.items[].failure] | group_by(.) | map("\(.[0] // "none") \(length)") | join(", ")'
}

# The calling side counts; a failed call would say that administrators disturb calls.
await_load() {
  started_at "$LOAD_PID" >/dev/null || fail "the calls ended before the measuring did."
  wait "$LOAD_PID" || true
  COMPLETED=$(counted 'SuccessfulCall(C)') FAILED=$(counted 'FailedCall(C)')
  say "    $COMPLETED calls got through, $FAILED failed"
  ((FAILED == 0)) || say "    not answered, by failure: $(unanswered)"
  ((COMPLETED > 0 && FAILED == 0)) || fail "calls failed beside the administrator's work."
}
