# Where things are, how the launcher speaks, and the options every command shares.
# shellcheck shell=bash

SERVER_ROOT=$(realpath -m -- "${COMUTA_SERVER:-$COMUTA_ROOT/server}")
STATE_ROOT=$(realpath -m -- "${COMUTA_STATE:-$COMUTA_ROOT/state}")
SCRATCH=${RELEASE_SCRATCH:-$COMUTA_ROOT/.comuta}
readonly SERVER_ROOT STATE_ROOT SCRATCH

say() { printf '%s\n' "$*"; }
step() { printf '==> %s\n' "$*"; }
warn() { printf 'comuta: %s\n' "$*" >&2; }

# Ends the launcher: the first argument says what is wrong, the others what to do about it.
fail() {
  printf 'comuta: error: %s\n' "$1" >&2
  shift
  local hint
  for hint in "$@"; do printf '  %s\n' "$hint" >&2; done
  exit 1
}

usage_error() {
  fail "$1" "'./comuta help' lists the commands and their options."
}

have() { command -v "$1" >/dev/null 2>&1; }

# --- options -----------------------------------------------------------------------------------

OFFSET=0

set_offset() {
  [[ ${1:-} =~ ^[0-9]{1,5}$ ]] || usage_error "--offset takes a number, a multiple of 100, not '${1:-}'"
  local value=$((10#$1))
  ((value % 100 == 0)) || usage_error "--offset must be a multiple of 100, not $value"
  ((value <= 50000)) || usage_error "--offset may be 50000 at most, not $value"
  use_offset "$value"
}

# Everything that belongs to one server: its ports, its state, its place under server/.
use_offset() {
  OFFSET=$1
  SIP_PORT=$((5060 + OFFSET))
  HTTP_PORT=$((8080 + OFFSET))
  HTTPS_PORT=$((8443 + OFFSET))
  SSH_PORT=$((2222 + OFFSET))
  MANAGEMENT_PORT=$((9990 + OFFSET))
  STATE=$STATE_ROOT/$OFFSET
  INSTANCE=$SERVER_ROOT/instances/$OFFSET
  RUN=$STATE/run
  SERVER_LOG=$STATE/log/server.log
  MEDIA_LOG=$STATE/log/media.log
  # shellcheck disable=SC2034 # read by media.sh
  MEDIA_HOME=$SERVER_ROOT/media/$OFFSET
}

set_offset "${COMUTA_OFFSET:-0}"
