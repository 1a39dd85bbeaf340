# The media engine: a process of its own beside the server, supervised, which outlives the server.
# shellcheck shell=bash

readonly MEDIA_BUILT=${RELEASE_APPLICATION:-$COMUTA_ROOT/media-ra/process/target}
readonly MEDIA_OPTIONS=$COMUTA_ROOT/wildfly-config/media
readonly MEDIA_START_SECONDS=30 MEDIA_END_SECONDS=25
# A socket's path may have 107 octets.
readonly LONGEST_SOCKET=107
readonly RTP_DEFAULT=20000-29999
# As asked for; empty: what runs keeps its ports, and what is started gets the default.
RTP=

set_rtp() {
  [[ ${1:-} =~ ^([0-9]{4,5})-([0-9]{4,5})$ ]] || usage_error "--rtp takes FIRST-LAST, such as $RTP_DEFAULT, not '${1:-}'"
  local first=$((10#${BASH_REMATCH[1]})) last=$((10#${BASH_REMATCH[2]}))
  ((first >= 1024 && last <= 65535 && first < last && first % 2 == 0 && last % 2 == 1)) ||
    usage_error "--rtp goes from an even port above 1023 to a greater odd one, not $1"
  RTP=$first-$last
}

# Sets MEDIA_SOCKET: in the state folder or, where its path would be too long for a socket, in a
# short folder of this user's.
place_media_socket() {
  MEDIA_SOCKET=$RUN/media.sock
  local LC_ALL=C
  ((${#MEDIA_SOCKET} > LONGEST_SOCKET)) || return 0
  local sum
  sum=$(printf '%s' "$STATE" | sha256sum)
  MEDIA_SOCKET=/tmp/comuta-$UID/${sum:0:16}.sock
}

# The folder of a socket must be its owner's alone.
make_media_socket_folder() {
  local folder
  folder=$(dirname -- "$MEDIA_SOCKET")
  [[ $folder != "$RUN" ]] || return 0
  say "    the path of $RUN is too long for a socket: it is $MEDIA_SOCKET"
  mkdir -m 700 "$folder" 2>/dev/null || true
  [[ -d $folder && ! -L $folder && -O $folder && $(stat -c %a "$folder") == 700 ]] ||
    fail "$folder is not a folder of this user's alone." "Remove it, or choose a shorter COMUTA_STATE."
}

media_pid() { pid_in "$RUN/media.pid"; }
media_supervisor_pid() { pid_in "$RUN/media-supervisor.pid"; }

# Whether the running engine was built from other sources than those of now.
media_is_older() {
  ! diff -q "$MEDIA_BUILT"/comuta-media-process-*.jar "$MEDIA_HOME" >/dev/null 2>&1 ||
    ! diff -rq "$MEDIA_BUILT/media" "$MEDIA_HOME/lib" >/dev/null 2>&1
}

# What the engine runs from: copied, so that a build does not pull it away from under it.
install_media() {
  rm -rf "$MEDIA_HOME"
  mkdir -p "$MEDIA_HOME/lib"
  {
    cp "$MEDIA_BUILT"/comuta-media-process-*.jar "$MEDIA_HOME/" &&
      cp "$MEDIA_BUILT"/media/*.jar "$MEDIA_HOME/lib/"
  } || fail "could not copy the media engine to $MEDIA_HOME: is the disk full?"
}

# The engine's command line, in MEDIA_COMMAND.
media_command() {
  MEDIA_COMMAND=("$JAVA_HOME/bin/java" @"$MEDIA_OPTIONS/jvm.options"
    -XX:ErrorFile="$STATE/log/media-crash-%p.log"
    -cp "$MEDIA_HOME/*:$MEDIA_HOME/lib/*" org.comuta.media.process.MediaProcess)
}

# Starts the engine unless it runs; sets MEDIA_STARTED_HERE.
start_media() {
  MEDIA_STARTED_HERE=no
  place_media_socket
  local pid used
  pid=$(media_pid)
  if [[ -n $pid ]]; then
    used=$(<"$RUN/media.rtp")
    say "    media engine: runs already (pid $pid, RTP $used)"
    [[ -z $RTP || $used == "$RTP" ]] || warn "the media engine keeps its RTP ports $used until ./comuta down."
    ! media_is_older || warn "the media engine is of an earlier build; ./comuta down and up replace it."
    [[ -z $(media_supervisor_pid) ]] || return 0
  else
    step "Starting the media engine (log: $MEDIA_LOG)"
    make_media_socket_folder
    stop_media
    install_media
    printf '%s\n' "${RTP:-$RTP_DEFAULT}" >"$RUN/media.rtp"
    MEDIA_STARTED_HERE=yes
  fi
  launch_media_supervisor
  await_media
}

# Like the server: a session of its own, without the descriptors of our locks.
launch_media_supervisor() {
  media_command
  # shellcheck disable=SC2094 # both append
  (
    umask 077
    exec setsid env --chdir="$STATE/run" -u COMUTA_ADMIN_PASSWORD -u COMUTA_DATABASE_PASSWORD \
      bash "$MEDIA_OPTIONS/supervise.sh" "$RUN" "$MEDIA_LOG" \
      "${MEDIA_COMMAND[@]}" --socket "$MEDIA_SOCKET" --rtp "$(<"$RUN/media.rtp")"
  ) >>"$MEDIA_LOG" 2>&1 </dev/null {LOCK}>&- {BUILD_LOCK}>&- &
  remember_process $! "$RUN/media-supervisor.pid"
}

# Until it listens: the socket is there once the engine takes requests.
await_media() {
  local deadline=$((SECONDS + MEDIA_START_SECONDS))
  until [[ -S $MEDIA_SOCKET && -n $(media_pid) ]]; do
    if [[ -z $(media_supervisor_pid) ]] || ((SECONDS >= deadline)); then
      tail -n 5 "$MEDIA_LOG" >&2
      stop_media
      fail "the media engine did not start." "Its whole log: $MEDIA_LOG"
    fi
    sleep 0.1
  done
}

# Ends supervisor and engine in order, and insists after a while. Quiet when there are none.
stop_media() {
  local supervisor engine waited
  supervisor=$(media_supervisor_pid)
  engine=$(media_pid)
  [[ -z $supervisor ]] || kill -TERM "$supervisor" 2>/dev/null || true
  [[ -n $supervisor || -z $engine ]] || kill -TERM "$engine" 2>/dev/null || true
  for ((waited = 0; waited < MEDIA_END_SECONDS * 10; waited++)); do
    [[ -n $(media_supervisor_pid)$(media_pid) ]] || break
    sleep 0.1
  done
  for supervisor in $(media_supervisor_pid) $(media_pid); do
    warn "the media engine did not end within $MEDIA_END_SECONDS s: killing it (pid $supervisor)"
    kill -KILL "$supervisor" 2>/dev/null || true
  done
  rm -f "$RUN/media.pid" "$RUN/media-supervisor.pid" "$RUN/media.rtp"
}

# Asks the engine itself; prints its figures as JSON, or nothing.
media_figures() {
  [[ -d $MEDIA_HOME ]] || return 0
  (use_jdk) >/dev/null 2>&1 || return 0
  use_jdk
  place_media_socket
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp "$MEDIA_HOME/*:$MEDIA_HOME/lib/*" \
    org.comuta.media.process.MediaProcess --socket "$MEDIA_SOCKET" --figures 2>/dev/null || true
}

# Sets MEDIA_STATE, MEDIA_PID, MEDIA_RTP and MEDIA_CALLS (null when nobody tells).
look_at_media() {
  local figures
  MEDIA_PID=$(media_pid) MEDIA_STATE=stopped MEDIA_RTP='' MEDIA_CALLS=null
  [[ ! -r $RUN/media.rtp ]] || MEDIA_RTP=$(<"$RUN/media.rtp")
  [[ -z $(media_supervisor_pid) ]] || MEDIA_STATE=starting
  [[ -n $MEDIA_PID ]] || return 0
  MEDIA_STATE=starting
  figures=$(media_figures)
  if [[ $figures =~ \"calls\":([0-9]+) ]]; then
    MEDIA_STATE=running
    MEDIA_CALLS=${BASH_REMATCH[1]}
  fi
}
