# ./comuta status: what runs, on which ports, with which configuration.
# shellcheck shell=bash

command_status() {
  local json=no
  while (($# > 0)); do
    case $1 in
      --json) json=yes; shift ;;
      --offset) set_offset "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of status" ;;
    esac
  done
  local pid state=stopped revision=null calls=null
  pid=$(server_pid)
  if [[ -n $pid ]]; then
    state=starting
    http_get "$(http_address)" "$HTTP_PORT" /health/status
    revision=$(json_number revision)
    calls=$(json_number activeCalls)
    if [[ ! -e $RUN/ready ]]; then
      # The launcher that watched the start may be gone; the server itself knows.
      http_get "$(http_address)" "$HTTP_PORT" /health/ready
      [[ $HTTP_STATUS != 200 ]] || touch "$RUN/ready"
    fi
    [[ ! -e $RUN/ready ]] || state=running
  fi
  look_at_media
  if [[ $json == yes ]]; then
    printf '{"state":"%s","pid":%s,"ports":{"sip":%d,"http":%d,"https":%d,"management":%d,"ssh":%d},"revision":%s,"activeCalls":%s,' \
      "$state" "${pid:-null}" "$SIP_PORT" "$HTTP_PORT" "$HTTPS_PORT" "$MANAGEMENT_PORT" "$SSH_PORT" "$revision" "$calls"
    printf '"media":{"state":"%s","pid":%s,"rtp":%s,"calls":%s}}\n' \
      "$MEDIA_STATE" "${MEDIA_PID:-null}" "$([[ -z $MEDIA_RTP ]] && echo null || printf '"%s"' "$MEDIA_RTP")" "$MEDIA_CALLS"
    return
  fi
  say "state         $state${pid:+ (pid $pid)}"
  say "ports         SIP $SIP_PORT, HTTP $HTTP_PORT, HTTPS $HTTPS_PORT, management $MANAGEMENT_PORT, SSH $SSH_PORT"
  [[ $revision == null ]] || say "revision      $revision"
  [[ $calls == null ]] || say "active calls  $calls"
  say "media engine  $MEDIA_STATE${MEDIA_PID:+ (pid $MEDIA_PID)}${MEDIA_RTP:+, RTP $MEDIA_RTP}"
  [[ $MEDIA_CALLS == null ]] || say "media calls   $MEDIA_CALLS"
}

# The value of a number in the last HTTP answer, or null.
json_number() {
  if [[ $HTTP_STATUS == 200 && $HTTP_BODY =~ \"$1\"[[:space:]]*:[[:space:]]*([0-9]+) ]]; then
    printf '%s' "${BASH_REMATCH[1]}"
  else
    printf 'null'
  fi
}
