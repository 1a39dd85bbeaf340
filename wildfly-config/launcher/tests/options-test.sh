# What the launcher says to options it does not know, and what it tells about a server that is not there.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

test_unknown_command_is_refused() {
  comuta fly
  expect_status 1
  expect_says "unknown command 'fly'"
}

test_unknown_option_is_refused_by_every_command() {
  local command
  for command in up down status logs backup restore test assemble release cli; do
    comuta "$command" --fly
    expect_status 1
    expect_says "comuta: error:"
  done
}

test_offset_must_be_a_multiple_of_100() {
  comuta status --offset 150
  expect_status 1
  expect_says "must be a multiple of 100"
}

test_offset_must_be_a_number() {
  local wrong
  for wrong in abc -100 "" 1e2 "100 200"; do
    comuta status --offset "$wrong"
    expect_status 1
    expect_says "--offset takes a number"
  done
}

test_offset_beyond_the_ports_is_refused() {
  comuta status --offset 60000
  expect_status 1
  expect_says "50000 at most"
}

test_a_port_that_browsers_refuse_is_named() {
  load_launcher
  use_offset 2000
  OUTPUT=$(warn_of_unsafe_ports 2>&1)
  expect_says "browsers refuse port 10080 (HTTP) as unsafe"
  expect_says "such as 2100"
  expect_silent_about HTTPS
  HTTP_PORT=8080 HTTPS_PORT=6697
  OUTPUT=$(warn_of_unsafe_ports 2>&1)
  expect_says "browsers refuse port 6697 (HTTPS) as unsafe"
  local offset
  for ((offset = 0; offset <= 50000; offset += 100)); do
    use_offset "$offset"
    OUTPUT=$(warn_of_unsafe_ports 2>&1)
    [[ $offset == 2000 ]] || expect_equal "$OUTPUT" ""
  done
}

test_an_offset_that_is_proposed_is_one_for_browsers() {
  load_launcher
  use_offset 1900
  expect_equal "$(next_offset)" 2100
  use_offset 0
  expect_equal "$(next_offset)" 100
}

test_up_names_the_port_that_browsers_refuse_before_it_builds() {
  load_launcher
  # shellcheck source=/dev/null
  source "$ROOT/wildfly-config/launcher/up.sh"
  # shellcheck disable=SC2317 # called by command_up
  require_space() { exit 7; }
  STATUS=0
  OUTPUT=$(command_up --offset 2000 2>&1) || STATUS=$?
  expect_status 7
  expect_says "browsers refuse port 10080 (HTTP)"
}

test_bind_takes_an_address_only() {
  comuta up --bind 'here; rm -rf /'
  expect_status 1
  expect_says "--bind takes an IP address"
  comuta up --bind
  expect_status 1
  comuta up --bind 203.0.113.77
  expect_status 1
  expect_says "203.0.113.77 is no address of this machine"
}

test_rtp_takes_a_range_from_an_even_port_to_an_odd_one() {
  local wrong
  for wrong in "" 20000 20000-20001x 20001-20100 20000-20100 30000-20001 80-99 20000-70001; do
    comuta up --rtp "$wrong"
    expect_status 1
    expect_says "--rtp"
  done
}

test_settings_of_the_environment_are_checked_like_options() {
  COMUTA_OFFSET=150 comuta status
  expect_status 1
  expect_says "must be a multiple of 100"
  COMUTA_OFFSET=4100 comuta status --json
  expect_says '"sip":9160'
  COMUTA_BIND=nowhere comuta up
  expect_status 1
  expect_says "--bind takes an IP address"
  COMUTA_RTP=1-2 comuta up
  expect_status 1
  expect_says "--rtp"
}

test_what_is_for_an_installation_is_refused_in_the_source_tree() {
  local command
  for command in roll-back uninstall; do
    comuta "$command"
    expect_status 1
    expect_says "'$command' is for an installed release"
  done
}

test_help_lists_every_command_and_no_other() {
  comuta help
  expect_status 0
  local command listed
  listed=$(sed -nE 's|^  \./comuta ([a-z-]+).*|\1|p' <<<"$OUTPUT" | sort -u)
  local there
  there=$(cd "$ROOT/wildfly-config/launcher" && printf '%s\n' *.sh | sed 's/\.sh$//' | sort)
  expect_equal "$listed" "$there"
}

test_status_of_a_stopped_server_is_json_with_its_ports() {
  comuta status --json --offset 4000
  expect_status 0
  expect_equal "$OUTPUT" '{"state":"stopped","pid":null,"ports":{"sip":9060,"http":12080,"https":12443,"management":13990,"ssh":6222},"revision":null,"activeCalls":null,"media":{"state":"stopped","pid":null,"rtp":null,"calls":null}}'
  jq -e . <<<"$OUTPUT" >/dev/null || flunk "not JSON"
}

test_down_of_a_stopped_server_is_no_error() {
  comuta down --offset 4000
  expect_status 0
  expect_says "not running"
}

test_cli_of_a_stopped_server_says_so() {
  comuta cli --offset 4000 show naps
  expect_status 1
  expect_says "not running at offset 4000"
}

test_words_of_a_command_reach_the_server_as_they_are() {
  load_launcher
  # shellcheck source=/dev/null
  source "$ROOT/wildfly-config/launcher/cli.sh"
  expect_equal "$(cli_line)" ""
  expect_equal "$(cli_line 'show naps --json')" 'show naps --json'
  expect_equal "$(cli_line show naps)" 'show naps'
  expect_equal "$(cli_line set user maria 'fullName=Maria Silva' 'a=' '')" 'set user maria "fullName=Maria Silva" a= ""'
  expect_equal "$(cli_line set nap 'x="\d+"' 'calledNumber=^55\d')" 'set nap "x=\"\\d+\"" calledNumber=^55\d'
}

test_logs_before_the_first_start_says_so() {
  comuta logs --offset 4000
  expect_status 1
  expect_says "no log yet: $WORK/state/4000/log/server.log"
  comuta logs --media --offset 4000
  expect_status 1
  expect_says "no log yet: $WORK/state/4000/log/media.log"
}

run_tests options
