# Processes of a server: a pid file each in its state folder, proof against pids that were given to others.
# shellcheck shell=bash

# The moment a process began, in clock ticks since boot; with the pid it names a process for good.
# A process that is dead and only not yet buried does not count; one whose first thread is dead while
# others still end does, for it holds its ports.
started_at() {
  find_beginning "$1" && printf '%s' "$BEGINNING"
}

# The same in the variable BEGINNING, with nothing but the shell's own means.
find_beginning() {
  local line
  { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  # The name may hold spaces and parentheses: count from the last one.
  line=${line##*) }
  if [[ $line == [ZX]* ]]; then
    local -a threads=("/proc/$1/task"/*)
    ((${#threads[@]} > 1)) || return 1
  fi
  local -a fields
  read -ra fields <<<"$line"
  BEGINNING=${fields[19]}
}

# remember_process <pid> <file>
remember_process() {
  find_beginning "$1" || return 0
  printf '%s %s\n' "$1" "$BEGINNING" >"$2"
}

# Prints the pid in a file when that very process runs, or nothing; a stale file does not count.
pid_in() {
  local pid begun
  [[ -r $1 ]] || return 0
  read -r pid begun <"$1" || return 0
  [[ $pid =~ ^[0-9]+$ && $(started_at "$pid" || true) == "$begun" ]] || return 0
  printf '%s' "$pid"
}

remember_server() {
  remember_process "$1" "$RUN/server.pid"
  # For systemd, which reads a number and nothing else.
  [[ -z ${COMUTA_PID_FILE:-} ]] || printf '%s\n' "$1" >"$COMUTA_PID_FILE"
}

# Prints the pid of the running server of this state folder, or nothing.
server_pid() { pid_in "$RUN/server.pid"; }

# Asks the server to end, and insists after the grace (seconds).
stop_server() {
  local pid=$1 grace=${2:-30} waited
  kill -TERM "$pid" 2>/dev/null || true
  for ((waited = 0; waited < grace * 5; waited++)); do
    [[ -n $(server_pid) ]] || break
    sleep 0.2
  done
  if [[ -n $(server_pid) ]]; then
    warn "the server did not end within $grace s: killing it (pid $pid)"
    kill -KILL "$pid" 2>/dev/null || true
    while [[ -n $(server_pid) ]]; do sleep 0.1; done
  fi
  rm -f "$RUN/server.pid" "$RUN/ready"
}

# Keeps two launchers from working on the same thing; released when the launcher ends.
take_lock() {
  local file=$1 what=$2
  mkdir -p "$(dirname -- "$file")"
  exec {LOCK}>"$file"
  flock --nonblock "$LOCK" || fail "another ./comuta is $what right now." "Wait for it to finish."
}

wait_for_lock() {
  local file=$1
  mkdir -p "$(dirname -- "$file")"
  exec {BUILD_LOCK}>"$file"
  flock --nonblock "$BUILD_LOCK" || { say "    waiting for another ./comuta to finish building ..."; flock "$BUILD_LOCK"; }
}
