# ./comuta media: the media engine by itself, in the foreground, for a system service of its own.
# shellcheck shell=bash

command_media() {
  while (($# > 0)); do
    case $1 in
      --offset) set_offset "${2:-}"; shift 2 ;;
      --rtp) set_rtp "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of media" ;;
    esac
  done
  make_state
  use_jdk
  [[ -z $(media_supervisor_pid) ]] || fail "a media engine runs already (pid $(media_supervisor_pid))."
  place_media_socket
  make_media_socket_folder
  [[ -n $(media_pid) ]] || { stop_media; install_media; }
  printf '%s\n' "${RTP:-$RTP_DEFAULT}" >"$RUN/media.rtp"
  media_command
  remember_process $$ "$RUN/media-supervisor.pid"
  umask 077
  cd "$STATE/run" || fail "there is no folder $STATE/run."
  exec bash "$MEDIA_OPTIONS/supervise.sh" "$RUN" "$MEDIA_LOG" \
    "${MEDIA_COMMAND[@]}" --socket "$MEDIA_SOCKET" --rtp "$(<"$RUN/media.rtp")"
}
