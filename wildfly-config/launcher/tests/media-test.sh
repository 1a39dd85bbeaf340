# The media engine's supervisor, with other programs in the engine's place, and where its socket lies.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

# Waits until a command succeeds, ten seconds at most.
await() {
  for _ in {1..200}; do
    ! "$@" || return 0
    sleep 0.05
  done
  flunk "never: $*"
}

# supervise <command...>: in the background until the test ends; the pid is in SUPERVISOR.
supervise() {
  bash "$ROOT/wildfly-config/media/supervise.sh" "$WORK" "$WORK/media.log" "$@" &
  SUPERVISOR=$!
  # shellcheck disable=SC2064 # the pid of now is meant
  trap "kill -TERM $SUPERVISOR 2>/dev/null || true; wait $SUPERVISOR 2>/dev/null || true" EXIT
}

engine() { pid_in "$WORK/media.pid"; }
engine_runs() { [[ -n $(engine) ]]; }
another_engine_than() { engine_runs && [[ $(engine) != "$1" ]]; }

test_an_engine_that_dies_is_started_again() {
  load_launcher
  supervise sleep 1000
  await engine_runs
  local first second
  first=$(engine)
  kill -KILL "$first"
  await another_engine_than "$first"
  second=$(engine)
  kill -KILL "$second"
  await another_engine_than "$second"
  grep -q "ended by itself (exit code 137)" media.log || flunk "the log does not tell"
}

test_the_end_of_the_supervisor_ends_the_engine_in_order() {
  load_launcher
  supervise bash -c 'trap "echo in order; exit 0" TERM; echo ready; while :; do sleep 0.05; done'
  await grep -q ready media.log
  local engine
  engine=$(engine)
  kill -TERM "$SUPERVISOR"
  wait "$SUPERVISOR" || true
  ! kill -0 "$engine" 2>/dev/null || flunk "the engine is still there"
  [[ ! -e media.pid ]] || flunk "the pid file is still there"
  grep -q "in order" media.log || flunk "the engine was not asked to end"
}

test_an_engine_whose_supervisor_was_killed_is_kept() {
  load_launcher
  supervise sleep 1000
  await engine_runs
  local engine
  engine=$(engine)
  kill -KILL "$SUPERVISOR"
  wait "$SUPERVISOR" 2>/dev/null || true
  supervise sleep 1000
  await grep -q "engine $engine runs already" media.log
  expect_equal "$(engine)" "$engine"
  kill -KILL "$engine"
  await another_engine_than "$engine"
}

test_an_engine_that_cannot_start_is_tried_ever_more_slowly() {
  load_launcher
  supervise false
  await grep -q "ended by itself" media.log
  sleep 3
  local tries
  tries=$(grep -c "ended by itself" media.log)
  ((tries >= 2 && tries <= 4)) || flunk "$tries tries in three seconds"
}

test_the_engine_may_open_as_many_files_as_the_system_allows() {
  load_launcher
  supervise bash -c 'ulimit -n; exec sleep 1000'
  await grep -qx "$(ulimit -Hn)" media.log
}

test_the_socket_lies_in_the_state_folder_where_its_path_is_short() {
  load_launcher
  STATE=/srv/comuta/state/0 RUN=/srv/comuta/state/0/run
  place_media_socket
  expect_equal "$MEDIA_SOCKET" /srv/comuta/state/0/run/media.sock
}

test_the_socket_of_a_state_folder_far_down_has_a_short_path() {
  load_launcher
  local far
  printf -v far '/%.0sdirectory' {1..12}
  STATE=$far RUN=$far/run
  place_media_socket
  [[ $MEDIA_SOCKET == /tmp/comuta-$UID/????????????????.sock ]] || flunk "$MEDIA_SOCKET"
  local first=$MEDIA_SOCKET
  place_media_socket
  expect_equal "$MEDIA_SOCKET" "$first"
  STATE=$far/other RUN=$far/other/run
  place_media_socket
  [[ $MEDIA_SOCKET != "$first" ]] || flunk "two state folders have one socket"
}

test_a_socket_folder_that_others_may_enter_is_refused() {
  load_launcher
  RUN=$WORK/run MEDIA_SOCKET=$WORK/open/media.sock
  mkdir -m 755 "$WORK/open"
  STATUS=0
  OUTPUT=$(make_media_socket_folder 2>&1) || STATUS=$?
  expect_status 1
  expect_says "is not a folder of this user's alone"
}

run_tests media
