# ./comuta up: from sources to a server that answers.
# shellcheck shell=bash

command_up() {
  BIND=${COMUTA_BIND:-127.0.0.1}
  [[ -z ${COMUTA_RTP:-} ]] || set_rtp "$COMUTA_RTP"
  local detach=no
  while (($# > 0)); do
    case $1 in
      --bind) [[ -n ${2:-} ]] || usage_error "--bind takes an address"; BIND=$2; shift 2 ;;
      --offset) set_offset "${2:-}"; shift 2 ;;
      --rtp) set_rtp "${2:-}"; shift 2 ;;
      --detach) detach=yes; shift ;;
      *) usage_error "unknown option '$1' of up" ;;
    esac
  done
  [[ $BIND =~ ^[0-9a-fA-F.:]+$|^localhost$ ]] || usage_error "--bind takes an IP address, not '$BIND'"
  is_own_address "$BIND" || usage_error "--bind: $BIND is no address of this machine"

  make_state
  if runs_already; then
    BIND=$(<"$RUN/bind")
    say "Comuta is running already (pid $(server_pid))."
    remember_server "$(server_pid)"
    keep_media_running
    tell_addresses
    recall_admin_password
    tell_administrator
    return
  fi
  take_lock "$RUN/lock" "starting or stopping this server"
  [[ -z $(server_pid) ]] || fail "the server is starting already (pid $(server_pid))." \
    "./comuta status --json --offset $OFFSET tells when it is ready; ./comuta down --offset $OFFSET ends it."

  use_jdk
  require_known_state
  warn_of_unsafe_ports
  require_space "$STATE" "$RUN_NEEDS_MB" "for the database, the journal and the logs"
  require_free_ports
  prepare_server
  require_free_ports
  remember_release
  start_server
  tell_addresses
  tell_administrator
  [[ $detach == yes ]] || stay_in_foreground
}

# A supervisor that was killed, alone or with its engine, is replaced.
keep_media_running() {
  [[ -z $(media_supervisor_pid) && -d $MEDIA_BUILT/media ]] || return 0
  take_lock "$RUN/lock" "starting or stopping this server"
  use_jdk
  BUILD_LOCK=$LOCK start_media
}

# Whether the server of this offset is there and answers; one that is just ending is waited for.
runs_already() {
  local tries pid
  [[ -e $RUN/ready ]] || return 1
  for ((tries = 0; tries < 25; tries++)); do
    pid=$(server_pid)
    [[ -n $pid ]] || return 1
    http_get 127.0.0.1 "$MANAGEMENT_PORT" /health/live
    [[ $HTTP_STATUS == 000 ]] || return 0
    sleep 0.2
  done
  fail "the server (pid $pid) is there but does not answer." "./comuta down --offset $OFFSET ends it."
}

require_free_ports() {
  require_free_port udp "$BIND" "$SIP_PORT" SIP
  require_free_port tcp "$BIND" "$SIP_PORT" SIP
  require_free_port tcp "$(is_loopback "$BIND" && echo "$BIND" || echo 127.0.0.1)" "$HTTP_PORT" HTTP
  require_free_port tcp "$BIND" "$HTTPS_PORT" HTTPS
  require_free_port tcp "$BIND" "$SSH_PORT" SSH
  require_free_port tcp 127.0.0.1 "$MANAGEMENT_PORT" "WildFly management"
}

# Builds, assembles and configures what is not there yet, one launcher at a time.
prepare_server() {
  step "Preparing Comuta"
  wait_for_lock "$SCRATCH/lock"
  mkdir -p "$SERVER_ROOT" "$MODULES"
  build_ear
  assemble_wildfly
  choose_database
  assemble_database "$DATABASE_KIND"
  configure_instance "$INSTANCE" deploy
  flock --unlock "$BUILD_LOCK"
  make_secrets
  make_https_key "$BIND"
  place_media_socket
  store_database_password
}

start_server() {
  local with_web=no with_sip=no
  ! ear_has web || with_web=yes
  ! ear_has call-control || with_sip=yes
  [[ $with_web == no ]] || offer_admin_password
  prepare_launch
  # While the process is being made its number is not known: an interruption waits that long.
  local interrupted=no
  trap 'interrupted=yes' INT TERM HUP
  start_media
  step "Starting the server (log: $SERVER_LOG)"
  launch_server
  trap 'interrupted_start' INT TERM HUP
  [[ $interrupted == no ]] || interrupted_start
  await_ready "$with_web" "$with_sip"
  trap - INT TERM HUP
  [[ $with_web == no ]] || settle_admin_password
}

interrupted_start() {
  trap - INT TERM HUP
  say ""
  say "Interrupted: stopping the server."
  stop_server "$SERVER_PID" 10
  stop_own_media
  tell_password_of_failed_start
  exit 130
}

# An engine that was there before this start may carry calls: it goes on.
stop_own_media() {
  [[ ${MEDIA_STARTED_HERE:-no} == no ]] || stop_media
}

tell_addresses() {
  local shown=$BIND
  [[ $BIND != 0.0.0.0 && $BIND != :: ]] || shown=$(uname -n)
  [[ $shown != *:* ]] || shown=[$shown]
  say ""
  say "Comuta is ready."
  if is_loopback "$BIND"; then
    say "  portal      http://$shown:$HTTP_PORT/   https://$shown:$HTTPS_PORT/"
    say "  API         http://$shown:$HTTP_PORT/api/v1   (described at http://$shown:$HTTP_PORT/openapi)"
  else
    say "  portal      https://$shown:$HTTPS_PORT/   (on this machine also http://127.0.0.1:$HTTP_PORT/)"
    say "  API         https://$shown:$HTTPS_PORT/api/v1"
  fi
  say "  SIP         $shown:$SIP_PORT (UDP, TCP)"
  say "  SSH         ssh -p $SSH_PORT USER@${shown//[\[\]]/}   (on this machine also ./comuta cli$( ((OFFSET == 0)) || printf ' --offset %s' "$OFFSET"))"
  [[ ! -r $RUN/media.rtp ]] || say "  RTP         $(<"$RUN/media.rtp") (UDP)"
  say "  state       $STATE"
  say "  stop with   ./comuta down$( ((OFFSET == 0)) || printf ' --offset %s' "$OFFSET")"
  warn_of_unsafe_ports
}

stay_in_foreground() {
  say ""
  say "Ctrl-C stops the server."
  exec {LOCK}>&-
  trap 'say ""; say "Stopping ..."; stop_server "$SERVER_PID"; stop_media; say "Stopped."; exit 0' INT TERM HUP
  local status=0
  wait "$SERVER_PID" || status=$?
  rm -f "$RUN/server.pid" "$RUN/ready"
  ((status == 0 || status == 143)) || fail "the server ended by itself (exit code $status)." "Its log: $SERVER_LOG" \
    "The media engine goes on: ./comuta up takes its calls over, ./comuta down ends it."
  stop_media
  say "The server has ended."
}
