# Servers and processes that a command starts for itself, and ends whatever happens.
# shellcheck shell=bash

OWN_PROCESSES=()
OWN_SERVER=
TEMPORARY=

# Everything below goes when the launcher ends, by its own will or by a signal.
clean_up_at_the_end() {
  TEMPORARY=$(mktemp -d "${TMPDIR:-/tmp}/comuta-$1.XXXXXX")
  trap 'clean_up' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

# Replaced by a command that has more to undo than processes and files.
undo_more() { :; }

clean_up() {
  local status=$? pid
  trap - EXIT INT TERM
  set +e
  undo_more
  for pid in "${OWN_PROCESSES[@]}"; do kill -TERM "$pid" 2>/dev/null; done
  for pid in "${OWN_PROCESSES[@]}"; do wait_for_end "$pid"; done
  [[ -z $OWN_SERVER ]] || COMUTA_STATE=$TEMPORARY/state "$COMUTA_ROOT/comuta" down --offset "$OWN_SERVER" >/dev/null
  [[ -z $OWN_SERVER ]] || rm -rf "${SERVER_ROOT:?}/instances/$OWN_SERVER"
  rm -rf "$TEMPORARY"
  exit "$status"
}

wait_for_end() {
  local tries
  for ((tries = 0; tries < 50; tries++)); do
    started_at "$1" >/dev/null || return 0
    sleep 0.1
  done
  kill -KILL "$1" 2>/dev/null
}

# run_own <log> <command...>: in the background, ended with the launcher; the pid is in OWN_PID.
run_own() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null &
  OWN_PID=$!
  OWN_PROCESSES+=("$OWN_PID")
}

# free_port <protocol> <from>: the first port from there that nobody holds; every second one.
free_port() {
  local protocol=$1 port=$2
  while [[ -n $(sockets_on_port "$protocol" "$port") ]]; do port=$((port + 2)); done
  printf '%s' "$port"
}

# The first offset whose ports are all free, far above the one people use.
free_offset() {
  local offset
  for ((offset = 5000; offset < 30000; offset += 100)); do
    if [[ -z $(
      sockets_on_port udp $((5060 + offset))
      sockets_on_port tcp $((5060 + offset))
      sockets_on_port tcp $((8080 + offset))
      sockets_on_port tcp $((8443 + offset))
      sockets_on_port tcp $((9990 + offset))
    ) ]]; then
      printf '%s' "$offset"
      return
    fi
  done
  fail "no free ports for a server of its own."
}

# Starts a server on ports and with a state of its own, and signs in to it.
start_own_server() {
  local password
  password=$(random_password 24)
  OWN_SERVER=$(free_offset)
  COMUTA_STATE=$TEMPORARY/state COMUTA_ADMIN_PASSWORD=$password COMUTA_DATABASE_URL='' \
    "$COMUTA_ROOT/comuta" up --detach --bind 127.0.0.1 --offset "$OWN_SERVER" |
    grep -E '^==>|^    ' || fail "the server did not start."
  use_offset "$OWN_SERVER"
  use_rest "$HTTP_PORT" "$password"
}
