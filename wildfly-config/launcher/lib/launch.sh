# Starting the server's process and watching it become ready.
# shellcheck shell=bash

readonly START_SECONDS=300

# Everything the server is told, as system properties; the file is only the owner's to read.
launch_properties() {
  local http_address=127.0.0.1
  ! is_loopback "$BIND" || http_address=$BIND
  cat "$STATE/keys/stores.properties"
  [[ $DATABASE_KIND != postgresql ]] || cat "$STATE/keys/database.properties"
  printf '%s\n' "comuta.state.dir=$STATE" "comuta.offset=$OFFSET" "comuta.bind.address=$BIND" \
    "comuta.http.address=$http_address" "comuta.sip.port=$SIP_PORT" \
    "jboss.bind.address=$BIND" jboss.bind.address.management=127.0.0.1 \
    "jboss.socket.binding.port-offset=$OFFSET" "jboss.node.name=comuta-$OFFSET" \
    "comuta.media.socket=$MEDIA_SOCKET" "comuta.backup.folders=${COMUTA_BACKUP_FOLDERS:-}"
}

# Everything that has to be there before the process.
prepare_launch() {
  write_secret "$STATE/keys/launch.properties" "$(launch_properties)
"
  printf '%s\n' "$BIND" >"$RUN/bind"
  rm -rf "$RUN/ready" "$INSTANCE/tmp"
  LOG_BEGIN=$(stat -c %s "$SERVER_LOG" 2>/dev/null || echo 0)
}

# Makes the process, with nothing but the shell's own means: an interruption ends no step of this.
launch_server() {
  local -a options
  read -ra options <<<"${COMUTA_JAVA_OPTIONS:-}"
  # A session of its own, so that Ctrl-C reaches the launcher alone, which then ends the server in
  # order. Without the descriptors of our locks, which would outlive us in it.
  (
    umask 077
    exec setsid env --chdir="$STATE/run" -u COMUTA_ADMIN_PASSWORD -u COMUTA_DATABASE_PASSWORD \
      "$JAVA_HOME/bin/java" @"$COMUTA_ROOT/wildfly-config/jvm.options" \
      "${options[@]}" \
      -Xlog:gc:file="$STATE/log/gc.log":time:filecount=5,filesize=10m \
      -XX:ErrorFile="$STATE/log/crash-%p.log" \
      -Dorg.jboss.boot.log.file="$SERVER_LOG" \
      -Dlogging.configuration="file:$COMUTA_ROOT/wildfly-config/logging.properties" \
      -jar "$WILDFLY/jboss-modules.jar" -mp "$WILDFLY/modules:$MODULES" org.jboss.as.standalone \
      -Djboss.home.dir="$WILDFLY" -Djboss.server.base.dir="$INSTANCE" \
      -Djboss.server.log.dir="$STATE/log" -Djboss.server.data.dir="$STATE/server" \
      -P="$STATE/keys/launch.properties" --read-only-server-config=standalone.xml
  ) >"$STATE/log/console.log" 2>&1 </dev/null {LOCK}>&- {BUILD_LOCK}>&- &
  SERVER_PID=$!
  remember_server "$SERVER_PID"
}

# What the server has logged since this start.
new_log() {
  tail -c "+$((LOG_BEGIN + 1))" "$SERVER_LOG" 2>/dev/null
}

# Waits until every part answers; ends with the reason when the server does not get there.
await_ready() {
  local deadline=$((SECONDS + START_SECONDS)) begun=$SECONDS told=0 with_web=$1 with_sip=$2 sip_address=$BIND
  [[ $BIND != 0.0.0.0 && $BIND != :: ]] || sip_address=127.0.0.1
  until new_log | grep 'WFLYSRV0025' >/dev/null; do
    [[ -n $(server_pid) ]] || start_failed "the server ended while starting."
    ! new_log | grep -E 'WFLYSRV0026|WFLYSRV0056' >/dev/null || start_failed "the server started with errors."
    ((SECONDS < deadline)) || start_failed "the server did not start within $START_SECONDS s."
    if ((SECONDS - begun >= told + 10)); then
      told=$((SECONDS - begun))
      say "    starting for $told s ..."
    fi
    sleep 0.3
  done
  # Started and without errors; what remains is asked of the parts themselves.
  deadline=$((SECONDS + 60))
  while [[ $with_web == yes ]]; do
    http_get "$(http_address)" "$HTTP_PORT" /health/ready
    [[ $HTTP_STATUS != 200 ]] || break
    [[ -n $(server_pid) ]] || start_failed "the server ended while starting."
    ((SECONDS < deadline)) || start_failed "the portal's /health/ready did not answer 200 within 60 s (last: $HTTP_STATUS $HTTP_BODY)."
    sleep 0.3
  done
  until [[ $with_sip != yes ]] || sip_answers "$sip_address" "$SIP_PORT"; do
    [[ -n $(server_pid) ]] || start_failed "the server ended while starting."
    ((SECONDS < deadline)) || start_failed "SIP did not answer on $sip_address:$SIP_PORT/udp within 60 s."
    sleep 0.3
  done
  touch "$RUN/ready"
}

start_failed() {
  local reason=$1
  {
    # The causes say more than the services that failed for them.
    new_log | grep -E '^(Caused by|ERROR|[A-Za-z.]+Exception): ?| FATAL ' | sort -u | head -n 8 | cut -c1-400 ||
      new_log | grep ' ERROR ' | head -n 5 | cut -c1-400 || true
    grep -vE '^WARNING: ' "$STATE/log/console.log" 2>/dev/null | head -n 10 || true
  } >&2
  [[ -z $(server_pid) ]] || stop_server "$SERVER_PID" 10
  stop_own_media
  if tells_disk_full "$SERVER_LOG" || tells_disk_full "$STATE/log/console.log"; then
    reason+=" The disk was full."
  fi
  tell_password_of_failed_start
  fail "$reason" "The whole log: $SERVER_LOG"
}

# The server may have made its administrator and failed afterwards; nobody else will tell.
tell_password_of_failed_start() {
  [[ -n ${GENERATED_ADMIN_PASSWORD:-} ]] && admin_password_taken || return 0
  settle_admin_password
  tell_administrator
}

# The address plain HTTP is on, for the running server of this state folder.
http_address() {
  local bind=127.0.0.1
  [[ ! -r $RUN/bind ]] || bind=$(<"$RUN/bind")
  is_loopback "$bind" || bind=127.0.0.1
  printf '%s' "$bind"
}
