# The installer with releases that hold no server: places, upgrade, roll back and uninstalling.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

# make_release <version> <schema>: what the installer needs of a release, in the folder of that version.
make_release() {
  mkdir -p "release-$1/application"
  cp -a "$ROOT/comuta" "$ROOT/wildfly-config" "release-$1/"
  cp "$ROOT/wildfly-config/release/install.sh" "release-$1/install"
  chmod 755 "release-$1/install"
  printf '%s\n' "version=$1" "schema=$2" wildfly=1 postgresql=1 h2=1 "build=$1" >"release-$1/release.properties"
  # The installation's user looks into it.
  chmod 711 "$WORK"
}

# install <version> <options...>: in folders of the test's, for a user that every system has.
install() {
  local version=$1
  shift
  STATUS=0
  OUTPUT=$("release-$version/install" --prefix "$WORK/opt" "$@" 2>&1) || STATUS=$?
}

first_install() {
  install "$1" --state "$WORK/var/comuta" --conf "$WORK/etc/comuta" --bin "$WORK/bin" --user daemon \
    --units "$WORK/units" "${@:2}"
}

installed() {
  STATUS=0
  # The state is the one of the installation.
  OUTPUT=$(unset COMUTA_STATE && "$WORK/bin/comuta" "$@" 2>&1) || STATUS=$?
}

current() { readlink "$WORK/opt/current"; }

# server_wrote <word> <schema>: the state as a server of a version leaves it.
server_wrote() {
  local state=$WORK/var/comuta/3400
  mkdir -p "$state"/{database,keys,cdr}
  printf '%s' "$1" >"$state/database/comuta.mv.db"
  printf '%s' "$1" >"$state/keys/secret-keys"
  printf '%s\n' "$1" >>"$state/cdr/records.csv"
  printf '%s\n' "version=$1" "schema=$2" >"$state/release.properties"
  chown -R daemon: "$state"
}

database() { cat "$WORK/var/comuta/3400/database/comuta.mv.db"; }

test_a_port_that_browsers_refuse_is_named_by_the_installer_too() {
  make_release 1.0 5
  first_install 1.0 --offset 2000
  expect_status 0
  expect_says "browsers refuse port 10080 (HTTP)"
}

test_an_installation_has_its_places_and_rights() {
  make_release 1.0 5
  first_install 1.0 --bind 192.0.2.1 --offset 3400
  expect_status 0
  expect_equal "$(current)" versions/1.0
  expect_equal "$(stat -c '%a %U' var/comuta)" "700 daemon"
  expect_equal "$(stat -c '%a %U' etc/comuta/comuta.conf)" "640 root"
  expect_equal "$(stat -c '%a %U' opt/versions/1.0/release.properties)" "644 root"
  grep -qx COMUTA_BIND=192.0.2.1 etc/comuta/comuta.conf || flunk "no bind address"
  grep -q "^ExecStart=$WORK/opt/current/comuta up --detach$" units/comuta.service || flunk "no unit"
  ! grep -q '@[A-Z]*@' units/comuta.service etc/comuta/comuta.conf || flunk "something was not put in"
  installed status --json
  expect_says '"sip":8460'
  installed test
  expect_status 1
  expect_says "'test' needs the source tree"
  ! runuser -u nobody -- "$WORK/bin/comuta" status >said 2>&1 || flunk "another user may"
  grep -q "only root and the user daemon may do this" said || flunk "$(<said)"
}

test_the_unit_is_one_for_systemd() {
  make_release 1.0 5
  first_install 1.0
  command -v systemd-analyze >/dev/null || return 0
  OUTPUT=$(systemd-analyze verify "$WORK/units/comuta.service" 2>&1 | grep comuta.service) || return 0
  flunk "systemd finds something"
}

test_installing_again_changes_nothing() {
  make_release 1.0 5
  first_install 1.0
  printf 'COMUTA_BIND=192.0.2.9\n' >etc/comuta/comuta.conf
  # As an installer that was killed leaves it.
  mkdir opt/versions/.new
  rm opt/current units/comuta.service
  install 1.0 --bind 192.0.2.1
  expect_status 0
  expect_says "stays as it is"
  expect_equal "$(<etc/comuta/comuta.conf)" COMUTA_BIND=192.0.2.9
  expect_equal "$(current)" versions/1.0
  [[ -e units/comuta.service ]] || flunk "no unit"
  install 1.0 --state "$WORK/elsewhere"
  expect_status 1
  expect_says "an upgrade does not change that"
  sed -i 's/^build=.*/build=other/' release-1.0/release.properties
  install 1.0
  expect_status 1
  expect_says "from another build"
}

test_settings_are_read_as_systemd_reads_them() {
  # shellcheck source=wildfly-config/release/facts.sh
  source "$ROOT/wildfly-config/release/facts.sh"
  unset COMUTA_BIND COMUTA_OFFSET COMUTA_DATABASE_PASSWORD COMUTA_DATABASE_USER
  COMUTA_RTP=40000-40099
  # shellcheck disable=SC2016 # nothing of it is to be executed
  printf '%s\n' '# COMUTA_BIND=192.0.2.1' 'COMUTA_OFFSET="100"' "COMUTA_DATABASE_USER='us er'" PATH=/nowhere \
    'COMUTA_DATABASE_PASSWORD=a$(touch x)b==' 'COMUTA_RTP=1-2' >settings
  printf 'COMUTA_STATE=last' >>settings
  take_settings settings
  # shellcheck disable=SC2016
  expect_equal "${COMUTA_BIND:-none} $COMUTA_OFFSET $COMUTA_DATABASE_USER $COMUTA_DATABASE_PASSWORD $COMUTA_RTP" \
    'none 100 us er a$(touch x)b== 40000-40099'
  [[ ! -e x && $PATH != /nowhere ]] || flunk "something was executed"
}

test_what_is_not_ours_is_refused() {
  make_release 1.0 5
  mkdir -p opt
  touch opt/theirs
  first_install 1.0
  expect_status 1
  expect_says "none of Comuta's"
  install 1.0 --fly
  expect_status 1
  expect_says "unknown option '--fly'"
  local wrong
  for wrong in relative / /opt '/opt/a b' /opt/../etc; do
    install 1.0 --state "$wrong"
    expect_status 1
    expect_says "--state takes an absolute path"
  done
  install 1.0 --user root
  expect_status 1
  chmod -R go+rX release-1.0
  ! runuser -u daemon -- release-1.0/install --prefix "$WORK/new" >said 2>&1 || flunk "not root"
  grep -q "needs root" said || flunk "$(<said)"
}

test_without_jdk_25_nothing_is_done() {
  make_release 1.0 5
  make_path_without java
  PATH=$WORK/path JAVA_HOME='' COMUTA_JDK_PLACES=/nowhere first_install 1.0
  expect_status 1
  expect_says "JDK 25 not found"
  [[ ! -e opt ]] || flunk "something was done"
}

test_an_upgrade_copies_the_state_and_keeps_one_version() {
  local version
  for version in 1.0 2.0 3.0; do make_release "$version" 5; done
  first_install 1.0
  server_wrote 1.0 5
  install 2.0
  expect_status 0
  expect_says "back to it: comuta roll-back"
  expect_equal "$(current) $(readlink opt/previous)" "versions/2.0 versions/1.0"
  expect_equal "$(cat var/comuta/before-upgrade/1.0-*/3400/database/comuta.mv.db)" 1.0
  expect_equal "$(stat -c %U var/comuta/before-upgrade/1.0-*)" daemon
  install 3.0
  expect_equal "$(current) $(readlink opt/previous)" "versions/3.0 versions/2.0"
  [[ ! -e opt/versions/1.0 ]] || flunk "version 1.0 is still there"
  [[ -n $(find var/comuta/before-upgrade -maxdepth 1 -name '1.0-*') ]] || flunk "its state is not there any more"
}

test_a_roll_back_over_the_same_database_keeps_the_state() {
  make_release 1.0 5
  make_release 2.0 5
  first_install 1.0
  server_wrote 1.0 5
  install 2.0
  server_wrote 2.0 5
  installed roll-back
  expect_status 0
  expect_says "nothing was lost"
  expect_equal "$(current) $(database)" "versions/1.0 2.0"
  installed roll-back
  expect_status 1
  expect_says "no earlier version"
  # Forward again, with the version that is still there.
  install 2.0
  expect_status 0
  expect_equal "$(current)" versions/2.0
}

test_a_roll_back_over_a_changed_database_is_told_so() {
  make_release 1.0 5
  make_release 2.0 6
  first_install 1.0
  server_wrote 1.0 5
  install 2.0
  server_wrote 2.0 6
  installed roll-back
  expect_status 1
  expect_says "has changed the database (schema 6); 1.0 knows it until 5"
  expect_says "roll-back --with-state"
  expect_equal "$(current) $(database)" "versions/2.0 2.0"
  installed roll-back --with-state
  expect_status 0
  expect_equal "$(current) $(database)" "versions/1.0 1.0"
  expect_equal "$(cat var/comuta/3400/keys/secret-keys)" 1.0
  # What came after the upgrade is set aside, and records as text were never touched.
  expect_equal "$(cat var/comuta/set-aside/2.0-*/3400/database/comuta.mv.db)" 2.0
  expect_equal "$(xargs <var/comuta/3400/cdr/records.csv)" "1.0 2.0"
  [[ -n $(find var/comuta/before-upgrade -name '1.0-*') ]] || flunk "the copy is gone"
}

test_an_earlier_version_does_not_touch_a_later_state() {
  make_release 1.0 5
  first_install 1.0 --offset 3400
  server_wrote 2.0 6
  installed up --detach
  expect_status 1
  expect_says "was changed by the later version 2.0"
  make_release 1.1 5
  install 1.1
  expect_status 1
  expect_says "a later version than 1.1 has changed the database"
}

test_a_state_that_is_half_restored_is_not_started() {
  make_release 1.0 5
  first_install 1.0
  touch var/comuta/.restoring
  installed up --detach
  expect_status 1
  expect_says "a roll back was not finished"
}

test_a_database_elsewhere_must_have_been_saved() {
  make_release 1.0 5
  make_release 2.0 6
  first_install 1.0
  server_wrote 1.0 5
  printf 'comuta.database.url=jdbc:postgresql://db/comuta\n' >var/comuta/3400/keys/database.properties
  install 2.0
  expect_status 1
  expect_says "--database-saved"
  expect_equal "$(current)" versions/1.0
  install 2.0 --database-saved
  expect_status 0
  installed roll-back --with-state
  expect_status 1
  expect_says "--database-restored"
  installed roll-back --with-state --database-restored
  expect_status 0
}

test_a_running_server_is_not_pulled_away() {
  make_release 1.0 5
  make_release 2.0 5
  first_install 1.0
  server_wrote 1.0 5
  load_launcher
  mkdir var/comuta/3400/run
  remember_process $$ var/comuta/3400/run/server.pid
  install 2.0
  expect_status 1
  expect_says "is running (pid $$)"
  expect_equal "$(current)" versions/1.0
}

test_uninstalling_keeps_the_state_unless_told() {
  make_release 1.0 5
  first_install 1.0
  server_wrote 1.0 5
  installed uninstall
  expect_status 0
  expect_says "Its state stays"
  [[ ! -e opt && ! -e bin/comuta && ! -e units/comuta.service ]] || flunk "something is still there"
  expect_equal "$(database)" 1.0
  first_install 1.0
  expect_status 0
  expect_equal "$(database)" 1.0
  installed uninstall --delete-state
  expect_status 0
  [[ ! -e opt && ! -e var/comuta && ! -e etc/comuta ]] || flunk "something is still there"
}

if [[ $EUID != 0 ]]; then
  printf 'install: left out, an installation needs root\n'
  exit 0
fi
run_tests install
