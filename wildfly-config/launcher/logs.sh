# ./comuta logs: the end of the server's log, and what follows.
# shellcheck shell=bash

command_logs() {
  local follow=no
  while (($# > 0)); do
    case $1 in
      -f | --follow) follow=yes; shift ;;
      --offset) set_offset "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of logs" ;;
    esac
  done
  [[ -e $SERVER_LOG ]] || fail "there is no log yet: $SERVER_LOG" "Start the server first: ./comuta up"
  if [[ $follow == yes ]]; then
    exec tail -n 50 -F "$SERVER_LOG"
  fi
  exec tail -n 200 "$SERVER_LOG"
}
