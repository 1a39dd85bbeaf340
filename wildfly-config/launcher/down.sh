# ./comuta down: ends the server of an offset, in order.
# shellcheck shell=bash

command_down() {
  while (($# > 0)); do
    case $1 in
      --offset) set_offset "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of down" ;;
    esac
  done
  local pid
  pid=$(server_pid)
  if [[ -z $pid ]]; then
    rm -f "$RUN/server.pid" "$RUN/ready" 2>/dev/null || true
    say "Comuta is not running$( ((OFFSET == 0)) || printf ' at offset %s' "$OFFSET")."
    return
  fi
  step "Stopping the server (pid $pid)"
  stop_server "$pid"
  say "Stopped. Its state stays in $STATE."
}
