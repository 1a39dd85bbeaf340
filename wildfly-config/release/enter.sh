# What the launcher does otherwise in a release: everything is built, what is made at run time lies with
# the state, and in an installation the settings stand in a file and root hands over to its user.
# shellcheck shell=bash

# shellcheck source=wildfly-config/release/facts.sh
source "$COMUTA_ROOT/wildfly-config/release/facts.sh"

RELEASE_VERSION=$(fact version "$COMUTA_ROOT/release.properties")
RELEASE_SCHEMA=$(fact schema "$COMUTA_ROOT/release.properties")
RELEASE_WILDFLY=$(fact wildfly "$COMUTA_ROOT/release.properties")
RELEASE_POSTGRESQL=$(fact postgresql "$COMUTA_ROOT/release.properties")
RELEASE_H2=$(fact h2 "$COMUTA_ROOT/release.properties")
RELEASE_APPLICATION=$COMUTA_ROOT/application
RELEASE_SERVER=$COMUTA_ROOT/server
INSTALLATION=

refuse() {
  printf 'comuta: error: %s\n' "$1" >&2
  exit 1
}

# `up` and `down` are the service's, where there is one.
ask_the_service() {
  [[ $1 == up || $1 == down ]] || return 0
  [[ -n $(fact units "$INSTALLATION") && -z ${COMUTA_PID_FILE:-} ]] && systemd_runs || return 0
  (($# == 1)) || refuse "the service starts the server: what it is told stands in $SETTINGS."
  [[ $1 == up ]] && exec systemctl start comuta
  exec systemctl stop comuta
}

# No command but those that change the installation itself needs root.
become_its_user() {
  [[ $(id -un) != "$1" ]] || return 0
  [[ $EUID == 0 ]] || refuse "only root and the user $1 may do this: sudo comuta ${*:2}"
  exec runuser -u "$1" -- env HOME="$(fact state "$INSTALLATION")" "$COMUTA_ROOT/comuta" "${@:2}"
}

enter_installation() {
  SETTINGS=$(fact conf "$INSTALLATION")/comuta.conf
  case ${1:-help} in
    help | -h | --help | roll-back | uninstall) return 0 ;;
  esac
  ask_the_service "$@"
  become_its_user "$(fact user "$INSTALLATION")" "$@"
  # The folder root stood in may be closed to this user.
  [[ -r . && -x . ]] || cd /
  take_settings "$SETTINGS"
  COMUTA_STATE=${COMUTA_STATE:-$(fact state "$INSTALLATION")}
}

# Installed, this folder is PREFIX/versions/VERSION.
if [[ $COMUTA_ROOT == */versions/* && -r ${COMUTA_ROOT%/versions/*}/installation ]]; then
  INSTALLATION=${COMUTA_ROOT%/versions/*}/installation
  enter_installation "$@"
fi
COMUTA_SERVER=${COMUTA_SERVER:-${COMUTA_STATE:-$COMUTA_ROOT/state}/server}
RELEASE_SCRATCH=$COMUTA_SERVER/.comuta
