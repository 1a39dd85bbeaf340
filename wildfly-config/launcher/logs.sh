# ./comuta logs: the end of the server's log, or of the media engine's, and what follows.
# shellcheck shell=bash

command_logs() {
  local follow=no log=server
  while (($# > 0)); do
    case $1 in
      -f | --follow) follow=yes; shift ;;
      --media) log=media; shift ;;
      --offset) set_offset "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of logs" ;;
    esac
  done
  [[ $log == server ]] && log=$SERVER_LOG || log=$MEDIA_LOG
  [[ -e $log ]] || fail "there is no log yet: $log" "Start the server first: ./comuta up"
  if [[ $follow == yes ]]; then
    exec tail -n 50 -F "$log"
  fi
  exec tail -n 200 "$log"
}
