# Back to the version before the last upgrade, with the state of now or with the one of then.
# shellcheck shell=bash

roll_back() {
  require_root
  require_installation
  lock_installation
  local current previous copy=
  current=$(version_at current)
  previous=$(version_at previous)
  [[ -n $previous && $previous != "$current" ]] ||
    fail "there is no earlier version to go back to." "An upgrade keeps the one before it, until it was gone back to."
  if [[ $WITH_STATE == yes ]]; then
    copy=$(copy_of "$previous")
    require_copy "$previous" "$copy"
  else
    require_same_database "$current" "$previous"
  fi
  stop_for_change
  [[ $WITH_STATE == no ]] || restore_state "$copy"
  point_to current "$previous"
  rm -f "$PREFIX/previous"
  write_unit
  start_service
  say ""
  say "Version $previous is in use again; $current stays in $PREFIX/versions until the next upgrade."
  if [[ $WITH_STATE == yes ]]; then
    say "Configuration and call records since the upgrade are not in its database; the records' text files are kept."
  else
    say "The state is the one of now: nothing was lost."
  fi
}

# The earlier version would not know a database that the later one has changed.
require_same_database() {
  local state known
  state=$(state_schema)
  known=$(fact schema "$PREFIX/versions/$2/release.properties")
  ((state <= known)) || fail "version $1 has changed the database (schema $state); $2 knows it until $known." \
    "comuta roll-back --with-state goes back to the copy from before the upgrade:" \
    "  ${copy:-$(copy_of "$2")}" \
    "What was configured and recorded since then is set aside, not deleted; text files of call records stay."
}

require_copy() {
  [[ -n $2 ]] || fail "there is no copy of the state from before the upgrade (version $1)." \
    "Without --with-state the state of now is kept."
  [[ $DATABASE_RESTORED == no ]] && uses_postgresql || return 0
  fail "the database of this installation is a PostgreSQL server's, which the installer does not restore." \
    "Stop the service, restore what was saved before the upgrade, and repeat with --database-restored."
}
