# What the launcher says of a full disk, and of downloads that fail or arrive damaged.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

test_a_full_disk_is_told_before_the_start() {
  mkdir -p bin
  printf '#!/bin/sh\necho Filesystem\necho /dev/fake 1000 990 10 99%% /\n' >bin/df
  chmod +x bin/df
  PATH=$PWD/bin:$PATH comuta up --offset 4000 --detach
  expect_status 1
  expect_says "not enough room on the disk of $PWD/state"
  expect_says "10 MB free"
}

test_a_disk_that_fills_up_in_a_build_is_told() {
  load_launcher
  printf '[ERROR] Failed to execute goal: /x/y.jar: No space left on device\n' >log
  STATUS=0
  OUTPUT=$(maven_failed log "building the application" 2>&1) || STATUS=$?
  expect_status 1
  expect_says "the disk is full"
}

test_a_download_that_fails_names_the_artifact() {
  load_launcher
  cat >log <<'LOG'
[ERROR] Failed to execute goal on project comuta-ejb: Could not resolve dependencies: Could not transfer artifact com.google.re2j:re2j:jar:1.8 from/to central: Connection reset -> [Help 1]
LOG
  STATUS=0
  OUTPUT=$(maven_failed log "building the application" 2>&1) || STATUS=$?
  expect_status 1
  expect_says "could not download com.google.re2j:re2j:jar:1.8"
  expect_says "run the command again"
}

# A repository elsewhere that has all of Maven's own but the server, which is damaged in it.
test_a_damaged_server_archive_is_removed_and_told() {
  load_launcher
  local own=$HOME/.m2/repository archive=wildfly-dist-$WILDFLY_VERSION.zip
  local cached=$PWD/repository/org/wildfly/wildfly-dist
  mkdir -p "$own/org" unpacked "$cached/$WILDFLY_VERSION"
  find "$own" "$own/org" -mindepth 1 -maxdepth 1 ! -name org ! -name wildfly -type d -printf '%P\t%p\n' |
    while IFS=$'\t' read -r name folder; do
      case $folder in "$own/org/"*) name=org/$name ;; esac
      ln -s "$folder" "repository/$name"
    done
  echo half >"unpacked/$archive"
  echo half >"$cached/$WILDFLY_VERSION/$archive"
  STATUS=0
  OUTPUT=$(MAVEN_OPTS="-Dmaven.repo.local=$PWD/repository" verify_wildfly "$PWD/unpacked" "$archive" 2>&1) || STATUS=$?
  expect_status 1
  expect_says "arrived damaged and has been removed"
  [[ ! -e unpacked && ! -e $cached ]] || flunk "the damaged archive is still there"
}

test_the_pinned_archive_is_the_version_of_the_pom() {
  load_launcher
  grep -q " wildfly-dist-$WILDFLY_VERSION.zip$" "$ROOT/wildfly-config/wildfly.sha256" ||
    flunk "wildfly.sha256 is of another version than $WILDFLY_VERSION"
}

run_tests downloads
