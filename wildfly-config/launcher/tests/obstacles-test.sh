# What the launcher says when something is in its way.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

fake_jdk() {
  local home=$1 version=$2
  mkdir -p "$home/bin"
  printf '#!/bin/sh\necho "openjdk version \\"%s\\"" >&2\n' "$version" >"$home/bin/java"
  cp "$home/bin/java" "$home/bin/javac"
  chmod +x "$home/bin/java" "$home/bin/javac"
}

# A PATH with everything but the Java of this machine.
path_without_java() {
  mkdir -p bin
  local tool
  for tool in bash dirname readlink realpath sed awk grep find df mkdir chmod cat id flock sha256sum stat sort cut tr head uname; do
    ln -sf "$(command -v "$tool")" "bin/$tool"
  done
  printf '%s' "$PWD/bin"
}

test_without_jdk_25_the_error_names_what_was_found_and_what_to_install() {
  fake_jdk "$PWD/jvm/old" 17.0.15
  STATUS=0
  OUTPUT=$(env -u JAVA_HOME PATH="$(path_without_java)" COMUTA_JDK_PLACES="$PWD/jvm" "$COMUTA" up --offset 4000 2>&1) || STATUS=$?
  expect_status 1
  expect_says "JDK 25 not found"
  expect_says "JDK 17 in $PWD/jvm/old"
  expect_says "set JAVA_HOME"
}

test_jdk_25_is_found_although_java_on_the_path_is_another() {
  load_launcher
  fake_jdk "$PWD/path/jdk17" 17.0.15
  fake_jdk "$PWD/jvm/jdk17" 17.0.15
  fake_jdk "$PWD/jvm/temurin" 25.0.3
  unset JAVA_HOME
  PATH=$PWD/path/jdk17/bin:$PATH COMUTA_JDK_PLACES=$PWD/jvm use_jdk
  expect_equal "$JAVA_HOME" "$PWD/jvm/temurin"
}

test_java_home_goes_before_the_usual_places() {
  load_launcher
  fake_jdk "$PWD/mine" 25
  fake_jdk "$PWD/jvm/other" 25.0.1
  JAVA_HOME=$PWD/mine COMUTA_JDK_PLACES=$PWD/jvm
  use_jdk
  expect_equal "$JAVA_HOME" "$PWD/mine"
}

test_a_jre_without_compiler_is_no_jdk() {
  load_launcher
  fake_jdk "$PWD/jre" 25.0.3
  rm "$PWD/jre/bin/javac"
  expect_equal "$(jdk_feature_of "$PWD/jre")" ""
}

test_the_release_file_is_believed_before_the_program_is_run() {
  load_launcher
  fake_jdk "$PWD/jdk" 17
  echo 'JAVA_VERSION="25.0.3"' >"$PWD/jdk/release"
  expect_equal "$(jdk_feature_of "$PWD/jdk")" 25
}

# Holds a port with a Java program until the test ends; as `sip` it answers whole OPTIONS requests.
occupy() {
  local kind=$1 port=$2 line
  load_launcher
  use_jdk
  "$JAVA_HOME/bin/java" "$ROOT/wildfly-config/launcher/tests/Occupy.java" "$kind" "$port" >occupied &
  OCCUPIER=$!
  # shellcheck disable=SC2064 # the pid of now is meant
  trap "kill $OCCUPIER" EXIT
  for _ in {1..100}; do
    read -r line <occupied 2>/dev/null && [[ $line == ready ]] && return
    sleep 0.1
  done
  flunk "the port could not be occupied"
}

test_a_taken_http_port_is_named_with_its_holder() {
  occupy tcp 12080
  comuta up --offset 4000 --detach
  expect_status 1
  expect_says "port 12080/tcp (HTTP) is taken by java (pid $OCCUPIER)"
  expect_says "--offset 4100"
}

test_a_taken_sip_port_is_named_with_its_holder() {
  occupy udp 9060
  comuta up --offset 4000 --detach
  expect_status 1
  expect_says "port 9060/udp (SIP) is taken by java (pid $OCCUPIER)"
}

test_sip_answers_when_a_peer_answers_the_one_datagram_of_an_options() {
  occupy sip 9062
  sip_answers 127.0.0.1 9062 || flunk "the answer was not seen"
  sip_answers 127.0.0.1 9062 || flunk "the second answer was not seen"
}

test_sip_does_not_answer_where_nobody_listens_or_somebody_is_silent() {
  occupy udp 9062
  ! sip_answers 127.0.0.1 9062 || flunk "an answer of a silent port"
  ! sip_answers 127.0.0.1 9064 || flunk "an answer of a closed port"
}

test_ports_clash_only_at_the_same_address_or_at_any() {
  load_launcher
  addresses_clash 00000000 127.0.0.1 || flunk "any clashes with one"
  addresses_clash 0100007F 127.0.0.1 || flunk "one clashes with itself"
  addresses_clash 0100007F 0.0.0.0 || flunk "one clashes with any"
  addresses_clash 0000000000000000FFFF00000100007F 127.0.0.1 || flunk "mapped clashes with itself"
  ! addresses_clash 0100000A 127.0.0.1 || flunk "different addresses do not clash"
}

test_a_pid_file_of_a_process_that_is_gone_does_not_count() {
  mkdir -p state/4000/run
  (exit 0) &
  wait $!
  echo "$! 12345" >state/4000/run/server.pid
  touch state/4000/run/ready
  comuta status --json --offset 4000
  expect_says '"state":"stopped","pid":null'
}

test_a_pid_that_was_given_to_another_process_does_not_count() {
  mkdir -p state/4000/run
  echo "$$ 1" >state/4000/run/server.pid
  touch state/4000/run/ready
  comuta status --json --offset 4000
  expect_says '"state":"stopped","pid":null'
  comuta down --offset 4000
  expect_says "not running"
  kill -0 $$ || flunk "another's process was killed"
}

test_two_starts_at_once_do_not_race() {
  mkdir -p state/4000/run
  exec 7>state/4000/run/lock
  flock 7
  comuta up --offset 4000 --detach
  expect_status 1
  expect_says "another ./comuta is starting or stopping this server"
}

test_secrets_are_for_the_owner_only() {
  load_launcher
  use_offset 4000
  make_state
  make_secrets
  expect_equal "$(stat -c %a "$STATE")" 700
  expect_equal "$(stat -c %a "$STATE/keys")" 700
  expect_equal "$(stat -c %a "$STATE/keys/stores.properties")" 600
  expect_equal "$(secret comuta.https.password | wc -c)" 33
  local before
  before=$(<"$STATE/keys/stores.properties")
  make_secrets
  expect_equal "$(<"$STATE/keys/stores.properties")" "$before"
}

test_the_first_password_is_shown_only_when_it_was_made_here_and_taken() {
  load_launcher
  use_offset 4000
  make_state
  offer_admin_password
  expect_equal "$(stat -c %a "$STATE/keys/initial-admin-password")" 600
  expect_equal "${#GENERATED_ADMIN_PASSWORD}" 20
  # A start cut short: the same password is offered again.
  local first=$GENERATED_ADMIN_PASSWORD
  offer_admin_password
  expect_equal "$GENERATED_ADMIN_PASSWORD" "$first"
  # A start cut short after the server took it: it is shown at the next, and not offered again.
  rm "$STATE/keys/initial-admin-password"
  offer_admin_password
  expect_equal "$GENERATED_ADMIN_PASSWORD" "$first"
  [[ ! -e $STATE/keys/initial-admin-password ]] || flunk "the password was offered again"
  settle_admin_password
  OUTPUT=$(tell_administrator)
  expect_says "user admin, password $first"
  [[ ! -e $STATE/keys/admin-password-not-shown ]] || flunk "the password is still kept"
  # The next start offers nothing.
  offer_admin_password
  expect_equal "$GENERATED_ADMIN_PASSWORD" ""
  [[ ! -e $STATE/keys/initial-admin-password ]] || flunk "a second password was offered"
}

test_a_start_that_fails_after_the_administrator_was_made_shows_the_password() {
  load_launcher
  use_offset 4000
  make_state
  offer_admin_password
  # Not taken: nothing is told, and the next start offers it.
  OUTPUT=$(tell_password_of_failed_start)
  expect_silent_about password
  rm "$STATE/keys/initial-admin-password"
  OUTPUT=$(tell_password_of_failed_start)
  expect_says "user admin, password $GENERATED_ADMIN_PASSWORD"
}

test_a_password_from_the_environment_is_not_shown() {
  load_launcher
  use_offset 4000
  make_state
  COMUTA_ADMIN_PASSWORD=mine offer_admin_password
  expect_equal "$GENERATED_ADMIN_PASSWORD" ""
  expect_equal "$(<"$STATE/keys/initial-admin-password")" mine
}

test_a_password_the_server_did_not_take_is_withdrawn() {
  load_launcher
  use_offset 4000
  make_state
  offer_admin_password
  settle_admin_password
  expect_equal "$GENERATED_ADMIN_PASSWORD" ""
  [[ ! -e $STATE/keys/initial-admin-password ]] || flunk "the password is still there"
}

test_an_incomplete_database_choice_is_refused() {
  load_launcher
  use_offset 4000
  make_state
  STATUS=0
  OUTPUT=$(COMUTA_DATABASE_URL=jdbc:mysql://x/y choose_database 2>&1) || STATUS=$?
  expect_status 1
  expect_says "must begin with jdbc:postgresql:"
  STATUS=0
  OUTPUT=$(unset COMUTA_DATABASE_USER; COMUTA_DATABASE_URL=jdbc:postgresql://x/y choose_database 2>&1) || STATUS=$?
  expect_status 1
  expect_says "COMUTA_DATABASE_USER or COMUTA_DATABASE_PASSWORD is not"
}

test_the_database_choice_is_remembered_with_the_state() {
  load_launcher
  use_offset 4000
  make_state
  COMUTA_DATABASE_URL=jdbc:postgresql://x/y COMUTA_DATABASE_USER=u COMUTA_DATABASE_PASSWORD=p choose_database
  DATABASE_KIND=h2
  choose_database
  expect_equal "$DATABASE_KIND" postgresql
}

run_tests obstacles
