#!/usr/bin/env bash
# Keeps a media engine running: starts it again whenever it dies, and ends with it on SIGTERM.
#   supervise.sh <folder for the pid> <log> <command...>
set -u

# shellcheck source=wildfly-config/launcher/lib/process.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../launcher/lib/process.sh"

PID_FILE=$1/media.pid
LOG=$2
shift 2

readonly LONGEST_PAUSE=10 LARGEST_LOG=20000000
ENGINE=
ENDING=no

note() { printf '%(%F %T)T,000 INFO    [supervisor] %s\n' -1 "$1" >>"$LOG"; }

end_engine() {
  ENDING=yes
  [[ -z $ENGINE ]] || kill -TERM "$ENGINE" 2>/dev/null
}
trap end_engine TERM INT HUP

# A pause that a signal cuts short.
rest() {
  sleep "$1" &
  wait $!
}

rotate_log() {
  local size
  size=$(stat -c %s "$LOG" 2>/dev/null || echo 0)
  ((size < LARGEST_LOG)) || mv -f "$LOG" "$LOG.1"
}

# An engine whose former supervisor was killed goes on; only its end is waited for.
adopt() {
  ENGINE=$(pid_in "$PID_FILE")
  [[ -n $ENGINE ]] || return 0
  note "engine $ENGINE runs already"
  while [[ -n $(pid_in "$PID_FILE") ]]; do
    rest 0.5
  done
  note "engine $ENGINE has ended"
  ENGINE=
}

# Starts the engine and waits for its end, whose code is in STATUS.
run_engine() {
  rotate_log
  "$@" >>"$LOG" 2>&1 </dev/null &
  ENGINE=$!
  remember_process "$ENGINE" "$PID_FILE"
  [[ $ENDING == no ]] || kill -TERM "$ENGINE" 2>/dev/null
  STATUS=0
  # A signal ends a wait before its time.
  while :; do
    wait "$ENGINE"
    STATUS=$?
    kill -0 "$ENGINE" 2>/dev/null || break
  done
  ENGINE=
  rm -f "$PID_FILE"
}

# Each call has two sockets a side and line, and the system's usual limit is for fewer.
ulimit -n "$(ulimit -Hn)"
adopt
pause=0
while [[ $ENDING == no ]]; do
  begun=$SECONDS
  run_engine "$@"
  [[ $ENDING == no ]] || break
  note "the engine ended by itself (exit code $STATUS)"
  # At once after a long life; ever later when it dies again and again.
  ((SECONDS - begun > 30)) && pause=0
  rest "$pause"
  ((pause = pause * 2 + 1, pause <= LONGEST_PAUSE)) || pause=$LONGEST_PAUSE
done
note "the engine was ended"
