# ./comuta demo: a real call with speech through a running server, and what arrived of it.
# shellcheck shell=bash

readonly DEMO_PACKAGES=(baresip espeak-ng sox curl jq)
readonly ENOUGH_CORRELATION=0.8

command_demo() {
  local own=no
  while (($# > 0)); do
    case $1 in
      --own) own=yes; shift ;;
      --offset) set_offset "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of demo" ;;
    esac
  done
  use_jdk
  require_packages "for the demo" "${DEMO_PACKAGES[@]}"
  clean_up_at_the_end demo
  sign_in_or_start "$own"
  prepare_softphones
  configure_demo
  place_call
  local failed=no
  show_record || failed=yes
  show_sound || failed=yes
  say ""
  [[ $failed == no ]] || fail "the demo did not go as it should."
  say "The demo went well."
}

# The running server, when there is one and its administrator's password is known; else an own one.
sign_in_or_start() {
  local own=$1 password=${COMUTA_ADMIN_PASSWORD:-}
  if [[ $own == no && -n $(server_pid) ]]; then
    if [[ -z $password && -t 0 ]]; then
      read -rsp "Password of admin at the running server (empty: a server just for the demo): " password
      say ""
    fi
    if [[ -n $password ]]; then
      use_rest "$HTTP_PORT" "$password"
      SERVER_BIND=$(<"$RUN/bind")
      require_nothing_pending
      step "Using the running server (SIP port $SIP_PORT)"
      return
    fi
    say "A server is running, but COMUTA_ADMIN_PASSWORD does not say its administrator's password:"
    say "the demo starts one of its own, which changes nothing there."
  fi
  step "Starting a server for the demo"
  SERVER_BIND=127.0.0.1
  start_own_server
}

# Apply publishes everything that is saved: somebody's unfinished work must not go live with ours.
require_nothing_pending() {
  local pending
  pending=$(rest GET configuration | jq .pending)
  [[ $pending == false ]] || fail "there are saved changes at the server that are not applied yet." \
    "Apply or restore them first, or use a server of the demo's own: ./comuta demo --own"
}

prepare_softphones() {
  step "Making the speech and starting two softphones"
  local alice bob
  alice=$(speak en-us "$TEMPORARY/alice.wav" \
    "Good morning, Bob. This is Alice, calling through Comuta. One, two, three, four, five.")
  bob=$(speak en-gb+m3 "$TEMPORARY/bob.wav" \
    "Hello Alice, this is Bob. I hear you very well. Six, seven, eight, nine, ten.")
  # Long enough for the longer of the two, and a little more.
  TALK_SECONDS=$(awk -v a="$alice" -v b="$bob" 'BEGIN { print int((a > b ? a : b) + 3) }')
  ALICE_SIP=$(free_port udp 26000)
  BOB_SIP=$(free_port udp $((ALICE_SIP + 2)))
  ALICE_CONTROL=$(free_port tcp 26100)
  BOB_CONTROL=$(free_port tcp $((ALICE_CONTROL + 2)))
  start_softphone alice 2000 "$ALICE_SIP" "$(free_port udp 26200)" "$ALICE_CONTROL" "$TEMPORARY/alice.wav"
  start_softphone bob 1000 "$BOB_SIP" "$(free_port udp 26240)" "$BOB_CONTROL" "$TEMPORARY/bob.wav"
  say "    alice is 2000 at 127.0.0.1:$ALICE_SIP, bob 1000 at 127.0.0.1:$BOB_SIP; they will talk for $TALK_SECONDS s"
}

configure_demo() {
  step "Telling the server: two NAPs, one route, apply"
  local mark=$RANDOM
  ALICE_NAP=demo-alice-$mark BOB_NAP=demo-bob-$mark DEMO_ROUTE=demo-$mark
  CONFIGURED=yes
  rest PUT "naps/$ALICE_NAP" "$(softphone_nap "$ALICE_NAP" "$ALICE_SIP")" >/dev/null
  rest PUT "naps/$BOB_NAP" "$(softphone_nap "$BOB_NAP" "$BOB_SIP")" >/dev/null
  rest PUT "routes/$DEMO_ROUTE" "$(jq -cn --arg name "$DEMO_ROUTE" --arg from "$ALICE_NAP" --arg to "$BOB_NAP" \
    '{name: $name, originNap: $from, destinationNap: $to, priority: 0}')" >/dev/null
  apply_configuration
  say "    $ALICE_NAP -> $DEMO_ROUTE -> $BOB_NAP"
}

softphone_nap() {
  jq -cn --arg name "$1" --argjson port "$2" \
    '{name: $name, kind: "SIP", domain: "127.0.0.1", port: $port, transport: "UDP", enabled: true}'
}

# Takes the two NAPs and the route away again.
undo_more() {
  [[ ${CONFIGURED:-no} == yes && -z $OWN_SERVER ]] || return 0
  local path
  for path in "routes/$DEMO_ROUTE" "naps/$ALICE_NAP" "naps/$BOB_NAP"; do
    ! rest_has "$path" || (rest DELETE "$path" >/dev/null)
  done
  (apply_configuration)
}

# --- the call ----------------------------------------------------------------------------------

place_call() {
  local server=$SERVER_BIND
  [[ $server != 0.0.0.0 && $server != :: ]] || server=127.0.0.1
  step "Alice dials 1000 at $server:$SIP_PORT"
  LAST_STATE=
  softphone_command "$ALICE_CONTROL" dial "sip:1000@$server:$SIP_PORT"
  await_state RINGING 10
  sleep 1
  softphone_command "$BOB_CONTROL" accept
  await_state ANSWERED 10
  local until=$((SECONDS + TALK_SECONDS))
  while ((SECONDS < until)); do
    tell_state
    [[ $LAST_STATE == ANSWERED ]] || fail "the call ended before the speech did (state: ${LAST_STATE:-none})."
    sleep 0.5
  done
  step "Alice hangs up"
  softphone_command "$ALICE_CONTROL" hangup
  await_state "" 10
}

# Prints the state of the call when it has changed since the last time.
tell_state() {
  local state
  state=$(rest GET "calls?originNap=$ALICE_NAP" | jq -r '.items[0].state // ""')
  if [[ $state != "$LAST_STATE" ]]; then
    LAST_STATE=$state
    printf '    %s  %s\n' "$(date +%T.%3N)" "${state:-no call any more}"
  fi
}

await_state() {
  local wanted=$1 until=$((SECONDS + $2))
  while ((SECONDS < until)); do
    tell_state
    [[ $LAST_STATE != "$wanted" ]] || return 0
    sleep 0.1
  done
  tail -n 5 "$TEMPORARY/alice/log" >&2
  fail "the call did not become '${wanted:-ended}' within $2 s (it is '${LAST_STATE:-not there}')."
}

# --- what is left of it ------------------------------------------------------------------------

show_record() {
  step "The call record"
  local until=$((SECONDS + 10)) answer total=0
  while ((SECONDS < until)); do
    answer=$(rest GET "cdrs?originNap=$ALICE_NAP")
    total=$(jq .total <<<"$answer")
    ((total == 0)) || break
    sleep 0.2
  done
  ((total == 1)) || { warn "there are $total records of the call, not one."; return 1; }
  jq -r '.items[0] | to_entries[] | select(.value != null and (.value | type) != "array")
    | "    \(.key): \(.value | if type == "object" then tojson else tostring end)"' <<<"$answer"
  [[ $(jq -r '.items[0].answeredAt // ""' <<<"$answer") != "" ]] || { warn "the record says the call was not answered."; return 1; }
}

show_sound() {
  step "What each heard of what the other said (1 is all of it, unchanged)"
  # The softphones write the last of their recordings when they end.
  local pid failed=no
  for pid in "${OWN_PROCESSES[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${OWN_PROCESSES[@]}"; do wait_for_end "$pid"; done
  show_heard alice bob || failed=yes
  show_heard bob alice || failed=yes
  [[ $failed == no ]]
}

show_heard() {
  local speaker=$1 listener=$2 recording result value
  recording=$(heard_by "$listener")
  [[ -n $recording ]] || { warn "$listener recorded nothing."; return 1; }
  result=$("$JAVA_HOME/bin/java" "$COMUTA_ROOT/wildfly-config/demo/src/main/java/org/comuta/demo/CompareSpeech.java" \
    "$TEMPORARY/$speaker.wav" "$recording") || return 1
  say "    $listener heard $speaker: $result; packets $(packets_of "$listener")"
  value=$(awk '{ print $2 }' <<<"$result")
  awk -v value="$value" -v enough="$ENOUGH_CORRELATION" 'BEGIN { exit !(value >= enough) }' || {
    warn "$listener did not hear $speaker well enough ($value, not $ENOUGH_CORRELATION)."
    return 1
  }
}
