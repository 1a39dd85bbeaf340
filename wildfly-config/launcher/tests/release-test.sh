# The release archive, from making it to uninstalling: a server that runs as a user of its own, without Maven.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

TEST_OFFSET=${COMUTA_RELEASE_TEST_OFFSET:-3400}
TEST_USER=comuta-test
HTTP=http://127.0.0.1:$((8080 + TEST_OFFSET))

# A systemctl that does what systemd does with the unit, and a PATH with neither Maven nor git.
make_machine() {
  mkdir run
  make_path_without mvn git systemctl java javac
  cat >path/systemctl <<SCRIPT
#!/bin/bash
launcher() {
  mkdir -p $WORK/run && chown $TEST_USER: $WORK/run
  command=\$(sed -n "s|^\$1=||p" $WORK/units/comuta.service)
  cd $WORK/var && runuser -u $TEST_USER -- env COMUTA_PID_FILE=$WORK/run/server.pid \$command
}
runs() { [[ -s $WORK/run/server.pid ]] && kill -0 "\$(<$WORK/run/server.pid)" 2>/dev/null; }
case \$1 in
  is-system-running) echo running ;;
  is-active) runs && echo active || { echo inactive; exit 3; } ;;
  start) runs || launcher ExecStart ;;
  stop) ! runs || launcher ExecStop; rm -f $WORK/run/server.pid ;;
esac
SCRIPT
  chmod 755 path/systemctl
  # The installation's user passes through.
  chmod 711 "$WORK"
}

# on_machine <command...>: as on a server that has a JDK and Debian's own programs.
on_machine() {
  STATUS=0
  OUTPUT=$(env -u COMUTA_STATE -u COMUTA_SERVER PATH="$WORK/path" "$@" 2>&1) || STATUS=$?
}

on_server() { on_machine "$WORK/bin/comuta" "$@"; }

# another_release <version>: the same programs as a later release.
another_release() {
  cp -al release "release-$1"
  sed "s/^version=.*/version=$1/" release/release.properties >"release-$1/release.new"
  mv "release-$1/release.new" "release-$1/release.properties"
}

expect_running() {
  on_server status --json
  expect_equal "$(jq -r '.state, .media.state' <<<"$OUTPUT" | xargs)" "running running"
  expect_equal "$(ps -o user= -p "$(jq .pid <<<"$OUTPUT")")" "$TEST_USER"
  expect_equal "$(curl -s -o /dev/null -w '%{http_code}' "$HTTP/health/ready")" 200
}

# api <method> <path> [json]: as admin, with the password of the first start.
api() {
  curl -sf -u "admin:$PASSWORD" -X "$1" "$HTTP/api/v1/$2" ${3:+-H 'Content-Type: application/json' -d "$3"}
}

clean_machine() {
  local pid
  for pid in "$WORK"/var/comuta/*/run/{media-supervisor,server}.pid; do
    [[ ! -e $pid ]] || kill "$(cut -d' ' -f1 "$pid")" || true
  done
  ! getent passwd "$TEST_USER" >/dev/null || timeout 60 bash -c "while pgrep -u $TEST_USER; do sleep 0.2; done" >/dev/null
  [[ ! -e bin/comuta ]] || on_server uninstall --delete-state
  ! getent passwd "$TEST_USER" >/dev/null || userdel "$TEST_USER"
}

test_the_life_of_an_installation() {
  make_machine
  trap clean_machine EXIT
  comuta release --output "$WORK/made"
  expect_status 0
  (cd made && sha256sum --check --quiet ./*.sha256) || flunk "the sum is another"
  mkdir release
  tar -x -z -f made/comuta-*.tar.gz -C release --strip-components=1
  rm -r made

  on_machine release/install --prefix "$WORK/opt" --state "$WORK/var/comuta" --conf "$WORK/etc/comuta" \
    --bin "$WORK/bin" --units "$WORK/units" --user "$TEST_USER" --offset "$TEST_OFFSET" --rtp 48000-48999
  expect_status 0
  expect_says "Making the system user $TEST_USER"
  expect_says "admin-password-not-shown"
  PASSWORD=$(<"var/comuta/$TEST_OFFSET/keys/admin-password-not-shown")
  expect_silent_about "$PASSWORD"
  expect_running
  api PUT naps/carrier '{"name":"carrier","kind":"SIP","domain":"192.0.2.10","port":5060,"transport":"UDP"}' >/dev/null ||
    flunk "the NAP was not saved"
  on_server up
  expect_status 0

  another_release 99.0
  on_machine release-99.0/install --prefix "$WORK/opt"
  expect_status 0
  expect_says "Copying the state"
  expect_equal "$(readlink opt/current)" versions/99.0
  expect_running
  expect_equal "$(api GET naps/carrier | jq -r .domain)" 192.0.2.10
  [[ -s $(echo var/comuta/before-upgrade/*/"$TEST_OFFSET"/database/comuta.mv.db) ]] || flunk "no copy of the database"

  on_server roll-back
  expect_status 0
  expect_says "nothing was lost"
  [[ $(readlink opt/current) != versions/99.0 ]] || flunk "still the later version"
  expect_running
  expect_equal "$(api GET naps/carrier | jq -r .domain)" 192.0.2.10
  [[ -z $(find opt -user "$TEST_USER" -o -perm -o+w ! -type l) ]] || flunk "the user may change its programs"

  on_server uninstall --delete-state
  expect_status 0
  [[ ! -e opt && ! -e var/comuta && ! -e etc/comuta ]] || flunk "something is still there"
  ! getent passwd "$TEST_USER" >/dev/null || flunk "the user is still there"
  [[ -z $(pgrep -f "$WORK/" || true) ]] || flunk "something still runs"
}

if [[ $EUID != 0 ]]; then
  printf 'release: left out, an installation needs root\n'
  exit 0
fi
run_tests release
