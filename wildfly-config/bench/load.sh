# Calls by sipp, for the benchmark and the soak: a calling side, and a called side that answers.
# shellcheck shell=bash

readonly BENCH_FOLDER=$COMUTA_ROOT/wildfly-config/bench
readonly CALLED_NUMBER=551140000000

whole_number() {
  [[ $2 =~ ^[1-9][0-9]{0,5}$ ]] || usage_error "$1 takes a whole number above zero, not '$2'"
  printf '%s' "$2"
}

# connect_load <media mode>: chooses the ports of both sides and leads calls from one to the other.
connect_load() {
  local media_mode=$1
  CALLER_PORT=$(free_port udp 27000)
  CALLED_PORT=$(free_port udp $((CALLER_PORT + 2)))
  step "Configuring it: two NAPs, one route"
  rest PUT naps/bench-caller "$(bench_nap bench-caller "$CALLER_PORT" "$media_mode")" >/dev/null
  rest PUT naps/bench-called "$(bench_nap bench-called "$CALLED_PORT" "$media_mode")" >/dev/null
  rest PUT routes/bench '{"name":"bench","originNap":"bench-caller","destinationNap":"bench-called"}' >/dev/null
  apply_configuration
}

bench_nap() {
  jq -cn --arg name "$1" --argjson port "$2" --arg mode "$3" \
    '{name: $name, kind: "SIP", domain: "127.0.0.1", port: $port, transport: "UDP", enabled: true, mediaMode: $mode}'
}

start_called_side() {
  run_own "$TEMPORARY/called.log" sipp -sf "$BENCH_FOLDER/called.xml" -i 127.0.0.1 -p "$CALLED_PORT" -nostdin
}

# drive <port> <seconds>: sets COMPLETED and FAILED to what the calling side counted.
drive() {
  local port=$1 seconds=$2 counts=$TEMPORARY/counts.csv log=$TEMPORARY/caller.log
  rm -f "$counts"
  # sipp's exit code says that a call failed: the table says how many.
  sipp -sf "$BENCH_FOLDER/caller.xml" -s "$CALLED_NUMBER" -i 127.0.0.1 -p "$CALLER_PORT" \
    -r "$RATE" -m $((RATE * seconds)) -l $((RATE * 10)) -timeout $((seconds + 60)) -nostdin \
    -trace_stat -stf "$counts" -fd 1 "127.0.0.1:$port" >"$log" 2>&1 </dev/null || true
  [[ -s $counts ]] || { tail -n 5 "$log" >&2; fail "sipp did not run."; }
  COMPLETED=$(counted 'SuccessfulCall(C)') FAILED=$(counted 'FailedCall(C)')
}

counted() {
  awk -F';' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i }
    NF > 1 { value = $column } END { print value + 0 }' "$TEMPORARY/counts.csv"
}
