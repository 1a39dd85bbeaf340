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
    if [[ -n $(media_pid)$(media_supervisor_pid) ]]; then
      step "Stopping the media engine, which a server left behind"
      stop_media
    fi
    say "Comuta is not running$( ((OFFSET == 0)) || printf ' at offset %s' "$OFFSET")."
    return
  fi
  step "Stopping the server (pid $pid)"
  stop_server "$pid"
  # Last: whatever the server still had to do for its calls was done with their media in place.
  stop_media
  say "Stopped. Its state stays in $STATE."
}
