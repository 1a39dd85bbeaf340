# What a release refuses, and what it remembers with the state. In a source tree these do nothing.
# shellcheck shell=bash

in_release() { [[ -n ${RELEASE_VERSION:-} ]]; }

# Ends a command that is not for this kind of place.
require_place_for() {
  case $1 in
    test | bench | soak | release | assemble)
      ! in_release || fail "'$1' needs the source tree; this is the release $RELEASE_VERSION."
      ;;
    roll-back | uninstall)
      [[ -n ${INSTALLATION:-} ]] || fail "'$1' is for an installed release; this is none."
      ;;
  esac
}

# An earlier version must not open what a later one has changed.
require_known_state() {
  in_release || return 0
  [[ ! -e $STATE_ROOT/.restoring ]] || fail "a roll back was not finished: the state is not whole." \
    "Repeat it as root: comuta roll-back --with-state"
  local known
  known=$(fact schema "$STATE/release.properties")
  ((${known:-0} <= RELEASE_SCHEMA)) ||
    fail "this state was changed by the later version $(fact version "$STATE/release.properties")." \
      "Version $RELEASE_VERSION does not know its database (schema $known; it knows $RELEASE_SCHEMA)." \
      "Install the later version again, or go back to the state before: comuta roll-back --with-state"
}

# Before the start: from then on the database may be this version's.
remember_release() {
  ! in_release || write_secret "$STATE/release.properties" "version=$RELEASE_VERSION
schema=$RELEASE_SCHEMA
"
}
