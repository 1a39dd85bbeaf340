# Takes the programs, the unit and the command away; state, settings and user only when told.
# shellcheck shell=bash

uninstall() {
  require_root
  require_installation
  lock_installation
  stop_for_change
  trap - EXIT
  local user_made
  user_made=$(fact userMade "$INSTALLATION")
  step "Removing the programs in $PREFIX"
  remove_unit
  [[ $(readlink -- "$BIN/comuta") != "$PREFIX/current/comuta" ]] || rm -f "$BIN/comuta"
  [[ $DELETE_STATE == no ]] || delete_state "$user_made"
  # Last: until then a repeated command knows the installation.
  rm -rf "$PREFIX"/{current,previous,versions,.start,.lock}
  rm -f "$INSTALLATION"
  rmdir --ignore-fail-on-non-empty "$PREFIX"
  if [[ $DELETE_STATE == yes ]]; then
    say "Comuta is gone, with its state."
  else
    say "Comuta is gone. Its state stays in $STATE_FOLDER, its settings in $CONF, and its user $USER_NAME."
  fi
}

delete_state() {
  step "Deleting the state in $STATE_FOLDER"
  [[ ! -e $STATE_FOLDER/.comuta ]] || rm -rf "$STATE_FOLDER"
  rm -f "$CONF/comuta.conf"
  [[ ! -d $CONF ]] || rmdir --ignore-fail-on-non-empty "$CONF"
  [[ $1 != yes ]] || ! getent passwd "$USER_NAME" >/dev/null || userdel "$USER_NAME"
}
