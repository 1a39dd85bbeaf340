# What must be so before anything is changed.
# shellcheck shell=bash

require_root() {
  [[ $EUID == 0 ]] || fail "this needs root." "Run it with sudo."
}

# One installer at a time for an installation.
lock_installation() {
  exec {INSTALL_LOCK}>"$PREFIX/.lock"
  flock --nonblock "$INSTALL_LOCK" || fail "another installer is working on $PREFIX right now."
}

require_installation() {
  [[ -e $INSTALLATION ]] || fail "there is no installation in $PREFIX."
}

# A folder that others have filled is not made ours.
require_own_folders() {
  [[ -e $INSTALLATION ]] || require_empty "$PREFIX" "--prefix"
  [[ -e $STATE_FOLDER/.comuta ]] || require_empty "$STATE_FOLDER" "--state"
}

require_empty() {
  [[ ! -e $1 || -z $(ls -A -- "$1") ]] || fail "$1 is there already and is none of Comuta's." "Choose another with $2."
}

# The programs, and on an upgrade a copy of the state.
require_room() {
  require_space "$PREFIX" "$(($(megabytes "$COMUTA_ROOT") + 50))" "for the programs"
  require_space "$STATE_FOLDER" "$((RUN_NEEDS_MB + $(size_of_copy)))" "for the state and its copy"
}

megabytes() { du -sm -- "$1" 2>/dev/null | cut -f1; }

# The JDK must be there for the service's user too.
require_jdk_of_user() {
  as_user test -x "$JAVA_HOME/bin/javac" ||
    fail "the user $USER_NAME may not use the JDK in $JAVA_HOME." "Install one for all users, for instance under /opt."
  [[ -z $UNITS || ! $JAVA_HOME/ =~ ^/(home|root)/ ]] ||
    fail "the service does not see the JDK in $JAVA_HOME." "Install one for all users, for instance under /opt."
}

# The latest database that a server of this state has had.
state_schema() {
  local file schema latest=0
  for file in "$STATE_FOLDER"/[0-9]*/release.properties; do
    schema=$(fact schema "$file")
    ((${schema:-0} <= latest)) || latest=$schema
  done
  printf '%s' "$latest"
}

# Whether the database is a server's, which the copy of the state does not have.
uses_postgresql() {
  local file
  for file in "$STATE_FOLDER"/[0-9]*/keys/database.properties; do
    [[ ! -s $file ]] || return 0
  done
  grep -qs '^COMUTA_DATABASE_URL=..*' "$CONF/comuta.conf"
}
