# A server's whole life by the launcher: start, a second start, kill -9, start again, stop.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

ports_of() { printf '"sip":%d,"http":%d' $((5060 + TEST_OFFSET)) $((8080 + TEST_OFFSET)); }

stop_afterwards() {
  trap '"$COMUTA" down --offset "$TEST_OFFSET" >/dev/null' EXIT
}

RTP=47000-47999

engine_process() { cut -d' ' -f1 "$WORK/state/$TEST_OFFSET/run/media.pid"; }
server_process() { cut -d' ' -f1 "$WORK/state/$TEST_OFFSET/run/server.pid"; }

test_the_life_of_a_server() {
  stop_afterwards
  comuta up --offset "$TEST_OFFSET" --rtp "$RTP" --detach
  expect_status 0
  expect_says "Comuta is ready."
  expect_says "http://127.0.0.1:$((8080 + TEST_OFFSET))/"

  comuta status --json --offset "$TEST_OFFSET"
  expect_says '"state":"running"'
  expect_says "$(ports_of)"
  expect_equal "$(jq .pid <<<"$OUTPUT")" "$(server_process)"

  comuta cli --offset "$TEST_OFFSET" create nap carrier domain=192.0.2.10
  expect_status 0
  comuta cli --offset "$TEST_OFFSET" 'show nap carrier --json'
  expect_status 0
  expect_equal "$(jq -r .domain <<<"$OUTPUT")" 192.0.2.10
  comuta cli --offset "$TEST_OFFSET" show nap nobody
  expect_status 4
  expect_equal "$(stat -c %a "$WORK/state/$TEST_OFFSET/keys/cli_ed25519")" 600
  expect_equal "$(stat -c %a "$WORK/state/$TEST_OFFSET/keys/ssh_host_ed25519_key")" 600
  # Another host key than that of the state folder: not even a word is sent.
  cp "$WORK/state/$TEST_OFFSET/keys/cli_ed25519.pub" "$WORK/state/$TEST_OFFSET/keys/ssh_host_ed25519_key.pub"
  comuta cli --offset "$TEST_OFFSET" show naps
  expect_status 255

  local first engine
  first=$(server_process)
  engine=$(engine_process)
  comuta status --json --offset "$TEST_OFFSET"
  expect_equal "$(jq -r '.media | .state, .rtp, .pid, .calls' <<<"$OUTPUT" | xargs)" "running $RTP $engine 0"
  curl -sf "http://127.0.0.1:$((8080 + TEST_OFFSET))/metrics" | grep -q '^comuta_media_up 1$' || flunk "no engine in the metrics"
  comuta up --offset "$TEST_OFFSET" --detach
  expect_status 0
  expect_says "is running already (pid $first)"
  expect_silent_about "first sign-in"

  # Another state folder, the same ports: refused, and the running one goes on.
  COMUTA_STATE=$WORK/other comuta up --offset "$TEST_OFFSET" --detach
  expect_status 1
  expect_says "is taken by java (pid $first)"

  kill -KILL "$first"
  comuta up --offset "$TEST_OFFSET" --detach
  expect_status 0
  expect_says "server configuration: made already"
  expect_silent_about "first sign-in"
  [[ $(server_process) != "$first" ]] || flunk "the same process"
  expect_says "media engine: runs already (pid $engine, RTP $RTP)"
  expect_equal "$(engine_process)" "$engine"

  kill -KILL "$engine"
  for _ in {1..100}; do
    comuta status --json --offset "$TEST_OFFSET"
    [[ $(jq -r .media.state <<<"$OUTPUT") != running ]] || break
    sleep 0.2
  done
  expect_equal "$(jq -r .media.state <<<"$OUTPUT")" running
  [[ $(engine_process) != "$engine" ]] || flunk "the same engine"

  engine=$(engine_process)
  comuta down --offset "$TEST_OFFSET"
  expect_status 0
  expect_says "Stopped."
  comuta status --json --offset "$TEST_OFFSET"
  expect_says '"state":"stopped"'
  ! kill -0 "$engine" 2>/dev/null || flunk "the media engine is still there"
  [[ -z $(find "$WORK/state/$TEST_OFFSET/run" -name 'media*.pid' -o -name media.sock) ]] || flunk "the engine left files"
}

test_ctrl_c_in_the_foreground_stops_the_server_in_order() {
  stop_afterwards
  local launcher
  # Job control gives the launcher a process group of its own, as a terminal does.
  set -m
  "$COMUTA" up --offset "$TEST_OFFSET" >said 2>&1 &
  launcher=$!
  set +m
  for _ in {1..1200}; do
    grep -q 'Ctrl-C stops the server' said && break
    kill -0 "$launcher" 2>/dev/null || break
    sleep 0.3
  done
  kill -INT -- "-$launcher"
  STATUS=0
  wait "$launcher" || STATUS=$?
  OUTPUT=$(<said)
  expect_status 0
  expect_says "Stopped."
  comuta status --json --offset "$TEST_OFFSET"
  expect_equal "$(jq -r '.state, .media.state' <<<"$OUTPUT" | xargs)" "stopped stopped"
}

test_an_interrupted_start_leaves_nothing_behind() {
  stop_afterwards
  local launcher
  set -m
  "$COMUTA" up --offset "$TEST_OFFSET" --detach >said 2>&1 &
  launcher=$!
  set +m
  for _ in {1..1200}; do
    grep -q 'Starting the server' said && break
    sleep 0.1
  done
  kill -INT -- "-$launcher"
  STATUS=0
  wait "$launcher" || STATUS=$?
  OUTPUT=$(<said)
  expect_status 130
  expect_says "Interrupted: stopping the server."
  comuta status --json --offset "$TEST_OFFSET"
  expect_equal "$(jq -r '.state, .media.state' <<<"$OUTPUT" | xargs)" "stopped stopped"
}

run_tests server
