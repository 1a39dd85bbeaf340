# A new installation, or an upgrade of one.
# shellcheck shell=bash

VERSION=$(fact version "$COMUTA_ROOT/release.properties")
SCHEMA=$(fact schema "$COMUTA_ROOT/release.properties")
[[ -n $VERSION && -n $SCHEMA ]] || fail "this is no release: ./comuta release makes one."

install_release() {
  require_root
  use_jdk
  require_own_folders
  require_known_database
  require_room
  mkdir -p "$PREFIX"
  lock_installation
  # From here on the folder is ours, and a repeated installation knows its places.
  remember_installation
  place_version
  make_user
  make_state_folder
  remember_installation
  require_jdk_of_user
  make_settings
  local before
  before=$(version_at current)
  if [[ -z $before ]]; then
    [[ $START == no || -z $UNITS ]] || touch "$PREFIX/.start"
  elif [[ $before != "$VERSION" ]]; then
    stop_for_change
    copy_state "$before"
    point_to previous "$before"
  fi
  point_to current "$VERSION"
  write_unit
  link_command
  remove_older_versions
  start_service
  tell_installed "$before"
}

# What would go wrong is said before the service is stopped.
require_known_database() {
  local schema before
  schema=$(state_schema)
  ((schema <= SCHEMA)) || fail "a later version than $VERSION has changed the database of this state (schema $schema, not $SCHEMA)." \
    "Going back to the version before an upgrade: comuta roll-back"
  before=$(version_at current)
  [[ -n $before && $before != "$VERSION" && $DATABASE_SAVED == no ]] && uses_postgresql || return 0
  fail "the database of this installation is a PostgreSQL server's, which the installer does not save." \
    "Stop the service, save it (pg_dump --format=custom), and repeat with --database-saved."
}

# Where it is, and not what it is: this may be logged.
tell_first_password() {
  local file
  for file in "$STATE_FOLDER"/[0-9]*/keys/admin-password-not-shown; do
    [[ ! -e $file ]] || say "  sign in as  admin; the password is in $file (delete it when read)"
  done
}

tell_installed() {
  local before=$1
  say ""
  say "Comuta $VERSION is installed in $PREFIX."
  say "  settings    $CONF/comuta.conf"
  say "  state       $STATE_FOLDER"
  if [[ -n $before && $before != "$VERSION" ]]; then
    say "  before      version $before; back to it: comuta roll-back"
    return
  fi
  if has_service; then
    say "  service     systemctl status comuta; journalctl -u comuta"
    tell_first_password
  else
    say "  start with  comuta up --detach"
  fi
}
